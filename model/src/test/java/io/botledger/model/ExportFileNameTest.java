package io.botledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportFileNameTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 7);

    @Test
    void readsTheVendorsForm() {
        assertThat(ExportFileName.parse("conversation_5f0a_2024-05-07_000000000012.json"))
                .contains(new ExportFileName("5f0a", DAY, 12));
    }

    @Test
    void keepsUnderscoresAndCaseOfTheBotId() {
        assertThat(ExportFileName.parse("CONVERSATION_my_Bot_2_2024-05-07_0.NDJSON.GZ"))
                .contains(new ExportFileName("my_Bot_2", DAY, 0));
    }

    @Test
    void readsAndWritesTheNameOfAVersion() {
        ExportFileName name = new ExportFileName("b.2", DAY, 3);
        String version = "conversation_b.2_2024-05-07_000000000003.ba7816bf8f01cfea.json.gz";
        FileContent content = new FileContent("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3);
        assertThat(name.formatVersion(content)).isEqualTo(version);
        assertThat(ExportFileName.parse(version)).contains(name);
        assertThat(ExportFileName.parse("conversation_b_2024-05-07_0.BA7816BF8F01CFEA.jsonl"))
                .contains(new ExportFileName("b", DAY, 0));
    }

    @Test
    void refusesOtherNamesAndDaysThatDoNotExist() {
        for (String name : List.of(
                "conversation_b_2024-02-30_000000000000.json",
                "conversation__2024-02-03_000000000000.json",
                "conversation_b_2024-02-03_1234567890123.json",
                "conversation_b_2024-02-03.json",
                "conversation_b_2024-02-03_000000000000.ba7816bf8f01cfe.json.gz",
                "conversation_b_2024-02-03_000000000000.xa7816bf8f01cfea.json.gz",
                "conversation_b_2024-02-03_000000000000.ba7816bf8f01cfea.meta.json",
                "conversation_b_2024-02-03_000000000000.csv",
                "x_conversation_b_2024-02-03_000000000000.json")) {
            assertThat(ExportFileName.parse(name)).as(name).isEmpty();
        }
    }

    @Test
    void writesTheVendorsForm() {
        ExportFileName name = new ExportFileName("b", DAY, 999_999_999_999L);
        assertThat(name.format()).isEqualTo("conversation_b_2024-05-07_999999999999.json");
        assertThat(new ExportFileName("b", DAY, 7).format()).isEqualTo("conversation_b_2024-05-07_000000000007.json");
        assertThat(ExportFileName.parse(name.format())).contains(name);
    }

    @Test
    void ordersByDayThenBotThenShard() {
        ExportFileName first = new ExportFileName("z", DAY, 9);
        ExportFileName second = new ExportFileName("a", DAY.plusDays(1), 0);
        ExportFileName third = new ExportFileName("b", DAY.plusDays(1), 0);
        ExportFileName fourth = new ExportFileName("b", DAY.plusDays(1), 1);
        assertThat(List.of(fourth, second, third, first).stream().sorted())
                .containsExactly(first, second, third, fourth);
    }

    @Test
    void refusesAnEmptyBotAndAShardOfThirteenDigits() {
        assertThatThrownBy(() -> new ExportFileName("", DAY, 0)).hasMessage("botId is empty");
        assertThatThrownBy(() -> new ExportFileName("b", DAY, 1_000_000_000_000L))
                .hasMessage("shard 1000000000000 is not between 0 and 999999999999");
    }
}
