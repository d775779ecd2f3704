package app.entente.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;

/** One mail on its way in: the recipients of its envelope, then its bytes. */
class Delivery implements MessageHandler {

    /** Who keeps what was handed in. */
    interface Keeper {
        void keep(List<String> recipients, byte[] raw) throws IOException;
    }

    private final Keeper keeper;
    private final List<String> recipients = new ArrayList<>();

    Delivery(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void from(String sender) {
        // the mail itself says who wrote it
    }

    @Override
    public void recipient(String address) {
        recipients.add(address);
    }

    @Override
    public String data(InputStream in) throws IOException {
        keeper.keep(recipients, in.readAllBytes());
        return null;
    }

    @Override
    public void done() {
        // nothing is held open
    }
}
