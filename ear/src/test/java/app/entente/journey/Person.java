package app.entente.journey;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The people of the demo. */
enum Person {

    MAUDE("maude@demo.example", "/w/maude-lavigne"),
    CAMILLE("camille@demo.example", "/w/camille-aubry"),
    NOA("noa@demo.example", "/c/maude-lavigne"),
    OMAR("omar@demo.example", "/operator");

    private static final Map<Person, Long> LAST_STEP = new EnumMap<>(Person.class);
    /** Keys of devices set up during this run, for those who come without one. */
    private static final Map<Person, byte[]> OWN_KEY = new EnumMap<>(Person.class);

    private final String email;
    private final String home;

    Person(String email, String home) {
        this.email = email;
        this.home = home;
    }

    String email() {
        return email;
    }

    /** Where this person's work lies. */
    String home() {
        return home;
    }

    /** Keeps the key of the device this person has just set up. */
    void uses(byte[] key) {
        OWN_KEY.put(this, key);
    }

    /** The next one-time code; each is good once, and the one of the coming half minute is taken already. */
    synchronized String code() {
        byte[] key = OWN_KEY.containsKey(this) ? OWN_KEY.get(this)
            : Installation.stack().secret("entente.demo.otp." + name().toLowerCase(java.util.Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
        long now = OneTimeCode.now();
        long step = Math.max(now, LAST_STEP.getOrDefault(this, 0L) + 1);
        if (step > now + 1) {
            throw new IllegalStateException("more logins of " + this + " in a minute than there are codes: share a session");
        }
        LAST_STEP.put(this, step);
        return OneTimeCode.of(key, step);
    }
}
