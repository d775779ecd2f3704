package app.entente.platform;

import app.entente.kernel.Bilingual;
import app.entente.workspace.Quota;

/** A plan and how many workspaces have it. */
public record PlanRow(String code, Bilingual name, Quota quota, int position, int version, long workspaces) {

    static PlanRow of(FoundRow row) {
        return new PlanRow(row.text("code"), new Bilingual(row.text("name_fr"), row.text("name_en")),
            new Quota(row.limit("quota_clients"), row.size("quota_storage"), row.limit("quota_mails")), row.number("position"), row.number("version"),
            row.size("workspaces"));
    }
}
