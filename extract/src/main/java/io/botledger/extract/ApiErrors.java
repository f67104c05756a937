package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;

/** What the answers of the API mean, in words that hold neither key nor signed URL. */
final class ApiErrors {
    private final BotDay day;

    ApiErrors(BotDay day) {
        this.day = day;
    }

    /** The meaning of a status that is none of 200, 404 and those that are tried again. */
    BotledgerException ofStatus(ApiAnswer answer) {
        if (answer.redirect()) {
            return source("expected an answer, found a redirect (" + answer.status() + "); check the base of the API");
        }
        return switch (answer.status()) {
            case ApiAnswer.UNAUTHORIZED ->
                refused(
                        true,
                        "the API key was refused (401): it is wrong or was revoked. An admin makes a new one under User"
                                + " Management, Organization Management, the organization's profile, API Key, Generate; it is"
                                + " shown once and revokes the old one. Put it where the configuration reads the key from");
            case ApiAnswer.FORBIDDEN ->
                refused(
                        false,
                        "access was refused (403): the key is not for this bot; check organization id and bot id, and ask"
                                + " the vendor whether the Data Export API is enabled");
            case ApiAnswer.BAD_REQUEST ->
                source("the request was refused (400): expected a bot and a day that the API knows; check the day, the"
                        + " bot id, the organization id and the version of the API");
            default -> source("expected status 200, found " + answer.status() + "; check base and version of the API");
        };
    }

    BotledgerException notJson(String found) {
        return source("expected JSON, found " + found + "; check the base of the API");
    }

    BotledgerException noUrls() {
        return source("expected a list \"urls\" of texts, found none; check the version of the API");
    }

    BotledgerException otherDay() {
        return source("expected the day that was asked for, found another; report it to the vendor");
    }

    BotledgerException tooLong(String what, long limit) {
        return source("expected at most " + limit + " " + what + ", found more; raise the limit if that is genuine");
    }

    /** The error of one URL of the list, 1-based. */
    BotledgerException badUrl(String which, String message) {
        return source(which + ": " + message);
    }

    BotledgerException source(String message) {
        return new BotledgerException(ErrorCode.SOURCE, day + ": " + message);
    }

    private BotledgerException refused(boolean key, String message) {
        return new RefusedException(day + ": " + message, key);
    }
}
