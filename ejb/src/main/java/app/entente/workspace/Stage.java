package app.entente.workspace;

import app.entente.kernel.BusinessRuleViolation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The stages of a workspace's life and the steps that lead from one to another (rule 1). */
public enum Stage {
    /** Asked for, not yet decided. */
    REQUESTED,
    /** In use. */
    OPEN,
    /** To be read, not to be changed. */
    SUSPENDED,
    /** To be read until the grace is over; then it may be erased. */
    CLOSING,
    /** Gone, but for the certificate. */
    ERASED;

    /** A step of that life. */
    public enum Step {
        /** The operator approves a request. */
        APPROVE(OPEN, false, REQUESTED),
        /** Makes it read-only. */
        SUSPEND(SUSPENDED, true, OPEN),
        /** Back to work after a suspension. */
        RESUME(OPEN, false, SUSPENDED),
        /** Begins the grace. */
        CLOSE(CLOSING, true, OPEN, SUSPENDED),
        /** Takes the closing back. */
        REOPEN(OPEN, false, CLOSING),
        /** Ends it for good. */
        ERASE(ERASED, false, CLOSING);

        private final Stage to;
        private final boolean explained;
        private final List<Stage> from;

        Step(Stage to, boolean explained, Stage... from) {
            this.to = to;
            this.explained = explained;
            this.from = List.of(from);
        }

        /** Where it leads. */
        public Stage to() {
            return to;
        }

        /** Whether it asks for a reason. */
        public boolean explained() {
            return explained;
        }

        /** As a word of addresses and bundles. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The stage of that word; {@link IllegalArgumentException} when there is none. */
    public static Stage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is stored and as a word of bundles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The steps that lead on from here. */
    public List<Step> steps() {
        return Arrays.stream(Step.values()).filter(step -> step.from.contains(this)).toList();
    }

    /**
     * Where a step leads from here; here itself when it has been taken already.
     *
     * @throws BusinessRuleViolation {@code operator.illegal_step} when it does not lead on from here
     */
    public Stage after(Step step) {
        if (this == step.to) {
            return this;
        }
        if (!step.from.contains(this)) {
            throw new BusinessRuleViolation("operator.illegal_step");
        }
        return step.to;
    }
}
