package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The drawing that may go with the typed name (rule 5): a picture and nothing else. */
class DrawingTest {

    private static final String PREFIX = "data:image/png;base64,";

    @Test
    void rule_5_no_drawing_is_no_drawing() {
        assertThat(Drawing.png(null)).isNull();
        assertThat(Drawing.png("")).isNull();
        assertThat(Drawing.png("  ")).isNull();
    }

    @Test
    void rule_5_what_was_transparent_becomes_white_and_what_was_drawn_stays() throws IOException {
        BufferedImage drawn = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(10, 10, 50, 20);
        pen.setColor(new Color(0, 0, 0, 128));
        pen.fillRect(100, 10, 50, 20);
        pen.dispose();
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(Drawing.png(uri(drawn, "png"))));
        assertThat(kept.getColorModel().hasAlpha()).isFalse();
        assertThat(kept.getWidth()).isEqualTo(300);
        assertThat(kept.getHeight()).isEqualTo(100);
        assertThat(new Color(kept.getRGB(200, 80))).isEqualTo(Color.WHITE);
        assertThat(new Color(kept.getRGB(20, 20))).isEqualTo(Color.BLACK);
        assertThat(new Color(kept.getRGB(120, 20)).getRed()).isBetween(120, 135);
    }

    @Test
    void rule_5_nothing_but_the_picture_is_kept() throws IOException {
        byte[] png = png(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png");
        byte[] text = "tEXtstrokes\0 10,10 12,14".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream carrying = new ByteArrayOutputStream();
        carrying.write(png, 0, 33);
        carrying.write(new byte[] {0, 0, 0, (byte) (text.length - 4)});
        carrying.write(text);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(text);
        carrying.write(java.nio.ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        carrying.write(png, 33, png.length - 33);
        assertThat(new String(Drawing.png(uri(carrying.toByteArray())), StandardCharsets.ISO_8859_1)).doesNotContain("strokes");
    }

    @Test
    void rule_5_a_picture_as_large_as_allowed_is_taken_and_a_larger_one_refused() throws IOException {
        assertThat(Drawing.png(uri(new BufferedImage(1200, 400, BufferedImage.TYPE_INT_ARGB), "png"))).isNotEmpty();
        refused(uri(new BufferedImage(1201, 400, BufferedImage.TYPE_INT_ARGB), "png"));
        refused(uri(new BufferedImage(1200, 401, BufferedImage.TYPE_INT_ARGB), "png"));
    }

    @Test
    void rule_5_a_small_file_that_unpacks_to_a_huge_picture_is_refused() throws IOException {
        byte[] bomb = png(new BufferedImage(20000, 20000, BufferedImage.TYPE_BYTE_BINARY), "png");
        assertThat(bomb.length).isLessThan(200_000);
        refused(uri(bomb));
    }

    @Test
    void rule_5_too_many_bytes_are_refused() throws IOException {
        BufferedImage noise = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int i = 0; i < 600 * 400; i++) {
            noise.setRGB(i % 600, i / 600, random.nextInt());
        }
        assertThat(png(noise, "png").length).isGreaterThan(200_000);
        refused(uri(noise, "png"));
    }

    @Test
    void rule_5_what_is_no_png_is_refused() throws IOException {
        BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        refused(uri(picture, "gif"));
        refused(uri(picture, "jpg"));
        refused("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString("<svg/>".getBytes(StandardCharsets.UTF_8)));
        refused(uri("not a picture".getBytes(StandardCharsets.UTF_8)));
        refused(PREFIX);
        refused(PREFIX + "%%%");
        refused("https://example.org/signature.png");
    }

    @Test
    void rule_5_a_damaged_picture_is_refused_or_drawn_and_never_an_error() throws IOException {
        byte[] png = png(new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB), "png");
        for (int kept = 0; kept < png.length; kept++) {
            refusedOrDrawn(Arrays.copyOf(png, kept));
        }
        Random random = new Random(11);
        for (int i = 0; i < 4000; i++) {
            byte[] damaged = png.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                damaged[8 + random.nextInt(png.length - 8)] = (byte) random.nextInt();
            }
            refusedOrDrawn(damaged);
        }
    }

    private static void refusedOrDrawn(byte[] bytes) {
        try {
            assertThat(Drawing.png(uri(bytes))).isNotEmpty();
        } catch (BusinessRuleViolation refusal) {
            assertThat(refusal.code()).isEqualTo("signing.drawing");
        }
    }

    private static void refused(String uri) {
        assertThatThrownBy(() -> Drawing.png(uri)).isInstanceOf(BusinessRuleViolation.class).hasMessage("signing.drawing");
    }

    private static String uri(BufferedImage picture, String format) throws IOException {
        return uri(png(picture, format));
    }

    private static String uri(byte[] bytes) {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] png(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).isTrue();
        return out.toByteArray();
    }
}
