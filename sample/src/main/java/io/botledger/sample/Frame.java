package io.botledger.sample;

/**
 * One conversation in the making: what its parts must agree on.
 *
 * @param customer number of the visitor, 0-based; some come often
 * @param ticket whether it is a ticket, else a chat
 * @param status how it ended; may be null
 * @param llm whether a language model answered
 * @param suggested whether the bot only suggested answers to an agent and sent none itself
 */
record Frame(
        Bot bot,
        Timeline timeline,
        int customer,
        boolean ticket,
        String language,
        String status,
        boolean llm,
        boolean suggested) {
    private static final int CUSTOMERS = 40_000;
    private static final int TICKETS_PER_THOUSAND = 150;
    private static final int LLM_PER_THOUSAND = 450;
    private static final int SUGGESTED_PER_THOUSAND = 10;

    static Frame draw(Dice dice, Bot bot, long epochDay) {
        boolean ticket = dice.chance(TICKETS_PER_THOUSAND);
        double rank = dice.unit();
        return new Frame(
                bot,
                Timeline.draw(dice, epochDay, ticket),
                (int) (CUSTOMERS * rank * rank),
                ticket,
                bot.languages().draw(dice),
                Outcomes.status(dice),
                dice.chance(LLM_PER_THOUSAND),
                dice.chance(SUGGESTED_PER_THOUSAND));
    }
}
