package io.botledger.extract;

import static io.botledger.extract.Fetching.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedUrlGateTest {
    private static final BotDay BOT_DAY = new BotDay("b", DAY);
    private static final ApiErrors ERRORS = new ApiErrors(BOT_DAY);
    private static final String NAME = "conversation_b_2024-05-31_";
    private static final SignedUrlGate GATE =
            new SignedUrlGate(ApiSettings.builder().build());

    @Test
    void admitsStorageHostsAlone() {
        ApiHosts hosts = new ApiHosts(ApiHosts.DEFAULTS);
        assertThat(List.of(
                        "storage.googleapis.com",
                        "Bucket.STORAGE.googleapis.com.",
                        "s3.amazonaws.com",
                        "bucket.s3.amazonaws.com",
                        "a.b.s3.eu-west-1.amazonaws.com",
                        "s3.eu-west-1.amazonaws.com",
                        "bucket.s3.dualstack.us-east-1.amazonaws.com"))
                .allMatch(hosts::allows);
        assertThat(List.of(
                        "evilstorage.googleapis.com",
                        "googleapis.com",
                        "storage.googleapis.com.evil.example",
                        "ec2-1-2-3-4.eu-west-1.compute.amazonaws.com",
                        "xs3.eu-west-1.amazonaws.com",
                        "s3.evil.example",
                        "localhost",
                        "127.0.0.1"))
                .noneMatch(hosts::allows);
    }

    @Test
    void takesAnAddressOnlyInFull() {
        ApiHosts hosts = new ApiHosts(List.of("10.0.0.1"));
        assertThat(hosts.allows("10.0.0.1")).isTrue();
        assertThat(hosts.allows("9.10.0.0.1")).isFalse();
    }

    @Test
    void refusesEverythingElse() {
        refused("http://storage.googleapis.com/x?sig=1", "expected https at its usual port; report it to the vendor");
        refused("ftp://storage.googleapis.com/x", "expected https at its usual port; report it to the vendor");
        refused("https://storage.googleapis.com:8443/x", "expected https at its usual port; report it to the vendor");
        refused(
                "https://storage.googleapis.com@evil.example/x",
                "expected an address without a user; report it to the vendor");
        refused("https://u:p@storage.googleapis.com/x", "expected an address without a user; report it to the vendor");
        refused("file:///etc/passwd", "expected a web address with a host; report it to the vendor");
        refused("/relative?sig=1", "expected a web address with a host; report it to the vendor");
        refused("https://my_bucket.s3.amazonaws.com/x", "expected a web address with a host; report it to the vendor");
        refused("https://a b/?sig=1", "expected a web address, found something else; report it to the vendor");
        refused("", "expected a web address with a host; report it to the vendor");
        String hosts = "storage.googleapis.com, s3.amazonaws.com, s3.*.amazonaws.com, s3.dualstack.*.amazonaws.com";
        refused("http://127.0.0.1:80/x", "expected https at its usual port; report it to the vendor");
        refused(
                "https://169.254.169.254/latest/meta-data",
                "leads to 169.254.169.254, expected one of " + hosts
                        + "; add the host to allowed_hosts if it is the vendor's storage");
    }

    @Test
    void refusesPrivateAddressesEvenIfAllowed() {
        SignedUrlGate lax = new SignedUrlGate(ApiSettings.builder()
                .allowedHosts(List.of("10.1.2.3", "[::1]", "[fd00::1]"))
                .build());
        for (String host : List.of("10.1.2.3", "[::1]", "[fd00::1]")) {
            assertThatThrownBy(() -> lax.admit("https://" + host + "/x?sig=1", "signed URL 1 of 1", ERRORS))
                    .hasMessage("bot b, 2024-05-31: signed URL 1 of 1: leads to " + host
                            + ", which is inside a network; expected a public address");
        }
    }

    @Test
    void knowsPublicAddresses() throws UnknownHostException {
        for (String address : List.of(
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.1.1.1",
                "169.254.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "2001::1",
                "2002:a00:1::",
                "64:ff9b::a00:1",
                "::10.0.0.1")) {
            assertThat(ApiAddresses.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
        for (String address :
                List.of("8.8.8.8", "100.63.0.1", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2a00:1450:4001::1")) {
            assertThat(ApiAddresses.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void printsItsHostAlone() {
        SignedUrl url = new SignedUrl(URI.create("https://Storage.googleapis.com/b/x.json?X-Goog-Signature=1"));
        assertThat(url).hasToString("a signed URL of storage.googleapis.com");
    }

    @Test
    void numbersShardsByNameOrByPath() {
        assertThat(shards(NAME + "000000000007.json", NAME + "000000000002.json.gz"))
                .isEqualTo(Map.of(7L, "/" + NAME + "000000000007.json", 2L, "/" + NAME + "000000000002.json.gz"));
        assertThat(shards("part-b", "part-a", "part-b")).isEqualTo(Map.of(0L, "/part-a", 1L, "/part-b"));
    }

    @Test
    void takesNoNameFromAHostilePath() {
        assertThat(shards("..%2F..%2Fetc%2Fpasswd")).containsOnlyKeys(0L);
        assertThat(shards("%2E%2E/conversation_%2Fx_2024-05-31_0.json")).containsOnlyKeys(0L);
    }

    @Test
    void refusesNamesThatDoNotFitTogether() {
        assertThatThrownBy(() -> shards(NAME + "000000000000.json", "part-a"))
                .hasMessage("bot b, 2024-05-31: expected the vendor's file names in all 2 signed URLs or in none,"
                        + " found them in 1; report it to the vendor");
        assertThatThrownBy(() -> shards("x/" + NAME + "000000000000.json", "y/" + NAME + "000000000000.json"))
                .hasMessage("bot b, 2024-05-31: expected one signed URL for each shard, found two for shard 0;"
                        + " report it to the vendor");
        assertThatThrownBy(() -> shards("conversation_..%5C..%5Cetc_2024-05-31_0.json"))
                .hasMessage("bot b, 2024-05-31: expected files of this bot and day, found a file of another;"
                        + " report it to the vendor");
    }

    private static Map<Long, String> shards(String... names) {
        List<String> urls = Arrays.stream(names)
                .map(name -> "https://localhost/" + name + "?s=" + name.hashCode())
                .toList();
        SignedUrlGate gate =
                new SignedUrlGate(ApiSettings.builder().base("http://localhost").build());
        Map<Long, String> shards = new HashMap<>();
        DayUrls.byShard(urls, BOT_DAY, gate, ERRORS)
                .forEach((shard, url) -> shards.put(shard, url.reveal().getPath()));
        return shards;
    }

    private static void refused(String url, String message) {
        assertThatThrownBy(() -> GATE.admit(url, "signed URL 2 of 3", ERRORS))
                .as(url)
                .hasMessage("bot b, 2024-05-31: signed URL 2 of 3: " + message)
                .hasNoCause();
    }
}
