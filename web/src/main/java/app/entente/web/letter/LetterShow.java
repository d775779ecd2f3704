package app.entente.web.letter;

import app.entente.catalogue.Approach;
import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.practice.LawText;
import app.entente.practice.Practice;
import app.entente.practice.PracticeText;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A practice's public page. */
@Named
@RequestScoped
public class LetterShow {

    private static final int DESCRIPTION = 300;

    @Inject
    private Practices practices;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Here here;
    @Inject
    private Fmt fmt;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    private String baseUrl;
    private Practice profile;
    private Map<String, List<PracticeText>> parts;
    private List<Service> services;
    private List<ProcessStep> steps;
    private List<Approach> approaches;
    private List<LawText> helplines;

    @PostConstruct
    void read() {
        profile = practices.profile();
        parts = practices.texts().stream().collect(Collectors.groupingBy(PracticeText::getPart));
        services = practices.services();
        steps = catalogue.steps();
        approaches = catalogue.approaches().stream().filter(Approach::isPublished).toList();
        helplines = practices.helplines();
    }

    public Practice getProfile() {
        return profile;
    }

    /** What the practice says in one part, in its order. */
    public List<PracticeText> part(String name) {
        return parts.getOrDefault(name, List.of());
    }

    /** The words of one coded entry of a part; empty when the practice says nothing there. */
    public String words(String part, String code) {
        return part(part).stream().filter(text -> code.equals(text.getCode())).map(text -> fmt.text(text.getText())).findFirst().orElse("");
    }

    /** The first words of a part. */
    public String words(String part) {
        return part(part).stream().map(text -> fmt.text(text.getText())).findFirst().orElse("");
    }

    public List<ProcessStep> getSteps() {
        return steps;
    }

    /** The approaches that the practice shows. */
    public List<Approach> getApproaches() {
        return approaches;
    }

    public List<Service> getServices() {
        return services;
    }

    public List<LawText> getHelplines() {
        return helplines;
    }

    /** A telephone number as a link dials it: 450-555-0142 is +14505550142 in Canada, 01 99 00 12 34 is +33199001234 in France. */
    public String dial(String number) {
        String digits = number.replaceAll("\\D", "");
        if (digits.length() < 9) {
            return digits;
        }
        if ("CA".equals(profile.getCountry())) {
            return "+" + (digits.startsWith("1") ? "" : "1") + digits;
        }
        return "+33" + digits.replaceFirst("^0", "");
    }

    /** The address of this page that search engines shall keep. */
    public String getCanonical() {
        return baseUrl + here.getPath();
    }

    /** What search engines and shared links say under the title. */
    public String getDescription() {
        String text = words("tagline") + " " + words("introduction");
        return text.length() <= DESCRIPTION ? text : text.substring(0, text.lastIndexOf(' ', DESCRIPTION)) + "…";
    }

    /** The title of this page where it stands alone: who, what, where. */
    public String getHeadline() {
        return here.getName() + " · " + fmt.text(profile.getTitle()) + (profile.getCity().isEmpty() ? "" : " · " + profile.getCity());
    }

    /** What machines read of the page, as an element of its own: a data block, which the policy on scripts does not concern. */
    public String getStructuredData() {
        return new StructuredData(profile, services, fmt::text).element(here.getName(), getCanonical(), getDescription(), here.getLang());
    }
}
