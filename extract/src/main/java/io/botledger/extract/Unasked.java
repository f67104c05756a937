package io.botledger.extract;

import java.util.List;
import java.util.Objects;

/**
 * Days that an extraction did not ask for any more, since the days before showed that it is of no use.
 *
 * @param organizationId the vendor's id of the organization
 * @param days which, in the order of the plan; at least one
 * @param reason why, and what to do
 */
public record Unasked(String organizationId, List<BotDay> days, String reason) {
    /** Copies the list. */
    public Unasked {
        Objects.requireNonNull(organizationId, "organizationId");
        days = List.copyOf(days);
        Objects.requireNonNull(reason, "reason");
    }
}
