package app.entente.identity;

import app.entente.tenant.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A login that led only into a workspace that was erased; written by the purge, gone once the identity provider has forgotten it as well. */
@Entity
@Table(name = "departed_login")
public class DepartedLogin extends TenantOwned {

    private String subject;

    protected DepartedLogin() {
    }

    /** How the provider names it. */
    String getSubject() {
        return subject;
    }
}
