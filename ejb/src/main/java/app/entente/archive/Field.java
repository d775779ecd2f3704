package app.entente.archive;

import java.util.Arrays;
import java.util.List;

/** What a column may hold, with the headers by which it is recognised in French and English, written as {@link Words#plain} does. */
public enum Field {
    GIVEN_NAME("clients", "prenom", "prenoms", "given name", "first name", "firstname", "prenom client", "prenom du client"),
    FAMILY_NAME("clients", "nom", "nom de famille", "family name", "last name", "lastname", "surname", "nom client", "nom du client"),
    CHOSEN_NAME("clients", "prenom usuel", "nom d usage", "prenom choisi", "nom choisi", "chosen name", "preferred name"),
    BIRTH_DATE("clients", "date de naissance", "naissance", "ne le", "nee le", "ne e le", "birth date", "birthdate", "date of birth", "dob", "birthday", "ddn"),
    EMAIL("clients", "courriel", "email", "e mail", "mail", "adresse courriel", "adresse e mail", "adresse mail", "adresse email", "email address"),
    PHONE("clients", "telephone", "tel", "telephone mobile", "mobile", "portable", "cellulaire", "phone", "phone number", "cell"),
    STREET("clients", "adresse", "rue", "adresse postale", "address", "street", "street address"),
    CITY("clients", "ville", "municipalite", "commune", "city", "town"),
    POSTAL_CODE("clients", "code postal", "cp", "postal code", "postcode", "zip", "zip code"),
    LANGUAGE("clients", "langue", "language"),
    ADDRESS_FORM("clients", "tu vous", "tutoiement", "vouvoiement", "registre", "form of address"),
    REFERENCE("clients", "reference", "ref", "numero", "no", "n", "numero de dossier", "no dossier", "dossier", "id", "client id", "file number", "identifiant"),
    CLIENT_REFERENCE("meetings receipts", "reference", "ref", "reference client", "reference du client", "client reference", "numero de dossier", "no dossier", "dossier",
        "client id", "file number", "identifiant client"),
    CLIENT_GIVEN_NAME("meetings receipts", "prenom", "prenom client", "prenom du client", "given name", "first name", "firstname"),
    CLIENT_FAMILY_NAME("meetings receipts", "nom", "nom de famille", "nom client", "nom du client", "family name", "last name", "lastname", "surname"),
    CLIENT_BIRTH_DATE("meetings receipts", "date de naissance", "naissance", "ne e le", "birth date", "birthdate", "date of birth", "dob", "ddn"),
    DAY("meetings", "date", "jour", "date de la seance", "date de la rencontre", "date du rendez vous", "day", "session date", "meeting date"),
    TIME("meetings", "heure", "heure de debut", "debut", "time", "start", "start time", "hour"),
    MINUTES("meetings", "duree", "minutes", "duree minutes", "duree min", "duree en minutes", "duration", "length", "duration minutes", "duration min"),
    MODE("meetings", "mode", "lieu", "modalite", "mode de rencontre", "how", "location"),
    SERVICE("meetings", "service", "prestation", "type de seance", "type de rencontre", "acte", "appointment type", "session type"),
    OUTCOME("meetings", "statut", "etat", "issue", "presence", "status", "outcome", "attendance"),
    NUMBER("receipts", "numero", "no", "n", "numero de recu", "no de recu", "numero du recu", "recu", "numero de facture", "no de facture", "facture", "receipt number",
        "invoice number", "number", "receipt", "receipt no", "invoice", "invoice no"),
    ISSUED_ON("receipts", "date", "date du recu", "date de facture", "date de la facture", "date d emission", "emis le", "emise le", "issued on", "issue date",
        "receipt date", "invoice date"),
    AMOUNT("receipts", "montant", "total", "montant total", "total ttc", "montant ttc", "prix", "somme", "amount", "total amount", "price"),
    SERVICED_ON("receipts", "date du service", "date de service", "date de la seance", "date de la rencontre", "seance du", "rencontre du", "service date", "session date",
        "date of service"),
    PAID_ON("receipts", "paye le", "payee le", "regle le", "reglee le", "date de paiement", "date du paiement", "paid on", "payment date", "date paid"),
    MEANS("receipts", "mode de paiement", "moyen de paiement", "paiement", "payment method", "payment means", "paid by"),
    PAYER("receipts", "payeur", "tiers payeur", "nom du payeur", "facture a", "payer", "bill to", "billed to"),
    LABEL("receipts", "description", "libelle", "designation", "objet", "service", "prestation", "item");

    private final List<String> kinds;
    private final List<String> headers;

    Field(String kinds, String... headers) {
        this.kinds = List.of(kinds.split(" "));
        this.headers = List.of(headers);
    }

    /** The fields of a kind of import, in the order in which they are asked for. */
    public static List<Field> of(String kind) {
        return Arrays.stream(values()).filter(field -> field.kinds.contains(kind)).toList();
    }

    /** The end of its key in the bundle. */
    public String getKey() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isNamed(String header) {
        return headers.contains(Words.plain(header));
    }
}
