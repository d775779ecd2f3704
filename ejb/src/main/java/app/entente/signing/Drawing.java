package app.entente.signing;

import app.entente.kernel.BusinessRuleViolation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A drawn signature: only its picture is kept, never the strokes, which would be biometric. It is decoded and drawn anew, on white. */
final class Drawing {

    private static final int MOST_BYTES = 200_000;
    private static final int MOST_WIDTH = 1200;
    private static final int MOST_HEIGHT = 400;
    private static final String PREFIX = "data:image/png;base64,";

    private Drawing() {
    }

    /** The picture as PNG; null when nothing was drawn; refused with {@code signing.drawing} when it is no picture or too large. */
    static byte[] png(String dataUri) {
        if (dataUri == null || dataUri.isBlank()) {
            return null;
        }
        try {
            if (!dataUri.startsWith(PREFIX) || dataUri.length() > MOST_BYTES * 4 / 3 + PREFIX.length()) {
                throw new BusinessRuleViolation("signing.drawing");
            }
            return onWhite(Base64.getDecoder().decode(dataUri.substring(PREFIX.length())));
        } catch (IOException | IllegalArgumentException e) {
            throw new BusinessRuleViolation("signing.drawing");
        }
    }

    private static byte[] onWhite(byte[] given) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(given))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_WIDTH || height > MOST_HEIGHT) {
                throw new BusinessRuleViolation("signing.drawing");
            }
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.drawImage(reader.read(0), 0, 0, null);
            pen.dispose();
            reader.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        }
    }
}
