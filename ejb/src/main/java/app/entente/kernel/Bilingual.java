package app.entente.kernel;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.util.Objects;

/** One text in French and in English, written apart in each. */
@Embeddable
public class Bilingual implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotNull
    private String fr;
    @NotNull
    private String en;

    protected Bilingual() {
    }

    public Bilingual(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    /** The text in a language ({@code fr} or {@code en}); French where the English one is empty. */
    public String in(String language) {
        return "en".equals(language) && !en.isBlank() ? en : fr;
    }

    public String getFr() {
        return fr;
    }

    public String getEn() {
        return en;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bilingual that && Objects.equals(fr, that.fr) && Objects.equals(en, that.en);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fr, en);
    }
}
