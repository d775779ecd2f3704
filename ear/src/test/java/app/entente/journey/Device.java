package app.entente.journey;

/** What somebody holds or sits at; sizes in CSS pixels. */
enum Device {

    PHONE(360, 740),
    DESKTOP(1280, 800);

    private final int width;
    private final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
