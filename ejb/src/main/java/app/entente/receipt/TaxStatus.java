package app.entente.receipt;

import app.entente.practice.Service;

/** How a line of a receipt stands with taxes. Exempt is not taxed at zero: it has no tax at all. */
enum TaxStatus {

    /** Quebec: no tax because of what the service is and who gives it. */
    EXEMPT("exempt", "qc.tax.exempt.mention"),
    /** France: no VAT because of who gives it (franchise en base). */
    FRANCHISE("franchise", "fr.vat.franchise.mention"),
    /** Quebec: a taxable service of somebody too small to be registered. */
    SMALL_SUPPLIER("small_supplier", "qc.tax.small_supplier.mention"),
    /** Taxes are due. */
    TAXED("taxed", null);

    private final String code;
    private final String mention;

    TaxStatus(String code, String mention) {
        this.code = code;
        this.mention = mention;
    }

    /**
     * How a service stands on a day.
     *
     * @param regime the practice's on that day: {@code exempt}, {@code franchise} or {@code taxable}
     */
    static TaxStatus of(Service service, String jurisdiction, String regime) {
        if ("FR".equals(jurisdiction)) {
            return "taxable".equals(regime) ? TAXED : FRANCHISE;
        }
        if ("exempt".equals(service.getTaxTreatment())) {
            return EXEMPT;
        }
        return "taxable".equals(regime) ? TAXED : SMALL_SUPPLIER;
    }

    /** The word kept in the database. */
    String code() {
        return code;
    }

    /** Code of the law's own words about it; null where taxes are due. */
    String mention() {
        return mention;
    }
}
