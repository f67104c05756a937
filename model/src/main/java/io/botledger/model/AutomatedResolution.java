package io.botledger.model;

/**
 * The vendor's verdict on whether automation resolved a conversation (v3); each component as exported, or null.
 *
 * @param resolution {@code automated_resolution}; a boolean is its literal
 * @param reasoning {@code automated_resolution_reasoning}
 * @param tier {@code resolution_tier}; since May 2026 one of unassisted, assisted escalation, contained, verified
 */
public record AutomatedResolution(String resolution, String reasoning, String tier) {
    /** No verdict. */
    public static final AutomatedResolution NONE = new AutomatedResolution(null, null, null);
}
