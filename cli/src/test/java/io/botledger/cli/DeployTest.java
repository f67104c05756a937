package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.ErrorCode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParseResult;

/** The files of {@code deploy} say what botledger, Java, systemd, cron and Kubernetes understand. */
class DeployTest {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Path CRONTAB = DEPLOY.resolve("cron").resolve("botledger.cron");
    private static final Path SERVICE = DEPLOY.resolve("systemd").resolve("botledger.service");
    private static final Path TIMER = DEPLOY.resolve("systemd").resolve("botledger.timer");
    private static final Path MANIFEST = DEPLOY.resolve("kubernetes").resolve("cronjob.yaml");
    private static final Path DOCKERFILE = DEPLOY.resolve("docker").resolve("Dockerfile");

    private static final String JAR = "/opt/botledger/botledger.jar";
    private static final String CONFIGURATION = "/etc/botledger/botledger.yaml";
    private static final Pattern CRON_ENTRY = Pattern.compile("(\\d+) (\\d+(?:,\\d+)*) \\* \\* \\*  (\\w+)  (.+)");
    private static final int WITH_REJECTS = 3;
    private static final int INTERRUPTED = ErrorCode.INTERRUPTED.exitStatus();

    /** The vendor needs some time after midnight UTC. */
    private static final int FIRST_HOUR = 3;

    /** How long botledger takes to end at most, once it is told to. */
    private static final long SECONDS_TO_END = 10;

    @TempDir
    private Path folder;

    @Test
    void cronRunsItTwiceADay() throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(CRONTAB);
        assertThat(lines).contains("CRON_TZ=Etc/UTC", "LC_ALL=C.UTF-8", "SHELL=/bin/bash");
        Matcher entry = cronEntry();
        assertThat(entry.group(2).split(","))
                .hasSize(2)
                .allSatisfy(hour -> assertThat(Integer.parseInt(hour)).isBetween(FIRST_HOUR, 23));
        assertThat(entry.group(3)).isEqualTo("botledger");
        // In a crontab a percent sign ends the command.
        assertThat(entry.group(4)).doesNotContain("%");
        assertRuns(words(entry.group(4).replaceAll("^.*; (?=java )| 2>&1 .*$", "")));
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "3, exit status 3", "130, exit status 130"})
    void cronMailsTheExitStatusOfAFailure(int exitStatus, String mail) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash here");
        program("java", "echo to the log; exit " + exitStatus);
        program("logger", "cat > '" + folder.resolve("log") + "'");
        ProcessBuilder bash = new ProcessBuilder("/bin/bash", "-c", cronEntry().group(4));
        bash.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        Ended ended = Ended.of(bash);
        assertThat(ended.exitStatus()).isZero();
        assertThat(ended.output()).contains(mail).hasLineCount(mail.isEmpty() ? 0 : 1);
        assertThat(folder.resolve("log")).content().isEqualTo("to the log\n");
    }

    @Test
    void systemdRunsTheServiceOnce() throws IOException, InterruptedException {
        UnitFile service = UnitFile.read(SERVICE);
        assertThat(service.words("Service", "Type")).containsExactly("oneshot");
        assertThat(service.words("Service", "User")).containsExactly("botledger");
        assertThat(service.words("Service", "Environment")).containsExactly("LC_ALL=C.UTF-8");
        assertRuns(service.words("Service", "ExecStart"));
        // Java's compiler writes code into memory.
        assertThat(service.words("Service", "MemoryDenyWriteExecute")).isEmpty();
    }

    @Test
    void systemdTriesAgainWhereThatMayHelp() throws IOException {
        UnitFile service = UnitFile.read(SERVICE);
        assertThat(service.words("Service", "SuccessExitStatus"))
                .containsExactly(Integer.toString(WITH_REJECTS), Integer.toString(INTERRUPTED));
        assertThat(service.words("Service", "RestartPreventExitStatus"))
                .containsExactlyElementsOf(
                        finalStatuses().stream().map(String::valueOf).toList());
        assertThat(service.words("Service", "KillSignal")).containsExactly("SIGTERM");
        assertThat(service.words("Service", "TimeoutStopSec"))
                .allSatisfy(seconds -> assertThat(Long.parseLong(seconds)).isGreaterThan(SECONDS_TO_END))
                .hasSize(1);
    }

    @Test
    void theTextTellsWhereSystemdPutsTheSecrets() throws IOException {
        List<String> credentials = UnitFile.read(SERVICE).values("Service", "LoadCredential");
        assertThat(credentials).hasSize(2);
        for (String credential : credentials) {
            String[] parts = credential.split(":", 2);
            assertThat(parts[1]).isEqualTo("/etc/botledger/" + parts[0]);
            for (Path text : List.of(SERVICE, DEPLOY.resolve("README.md"))) {
                assertThat(text).content().contains("_file: /run/credentials/botledger.service/" + parts[0] + "\n");
            }
        }
    }

    @Test
    void theTimerKnowsItsZone() throws IOException, InterruptedException {
        UnitFile timer = UnitFile.read(TIMER);
        assertThat(timer.words("Timer", "Persistent")).containsExactly("true");
        List<String> times = timer.values("Timer", "OnCalendar");
        assertThat(times).hasSize(1).allSatisfy(time -> assertThat(time).matches("\\*-\\*-\\* .* UTC"));
        assumeSystemd();
        Ended ended = Ended.of(new ProcessBuilder("systemd-analyze", "calendar", "--iterations=2", times.get(0)));
        assertThat(ended.exitStatus()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("03:17:00 UTC", "09:17:00 UTC");
    }

    @Test
    void systemdTakesTheUnits() throws IOException, InterruptedException {
        assumeSystemd();
        // Java may be elsewhere on the machine that tests.
        String service = Files.readString(SERVICE).replace("ExecStart=/usr/bin/java ", "ExecStart=" + java() + " ");
        Path serviceCopy = Files.writeString(folder.resolve("botledger.service"), service);
        Path timerCopy = Files.copy(TIMER, folder.resolve("botledger.timer"));
        Ended ended =
                Ended.of(new ProcessBuilder("systemd-analyze", "verify", serviceCopy.toString(), timerCopy.toString()));
        // It speaks of the machine's own units, too.
        assertThat(ended.output().lines()).noneMatch(line -> line.contains("botledger"));

        Files.writeString(serviceCopy, service.replace("ProtectSystem=strict", "ProtectSistem=strict"));
        assertThat(Ended.of(new ProcessBuilder("systemd-analyze", "verify", serviceCopy.toString()))
                        .output())
                .contains("botledger.service", "ProtectSistem");
    }

    @Test
    void kubernetesKnowsEveryField() throws IOException {
        String yaml = Files.readString(MANIFEST);
        Manifest manifest = Manifest.parse(yaml);
        assertThat(manifest.kinds()).containsExactly("ConfigMap", "PersistentVolumeClaim", "CronJob");
        assertThat(manifest.get(ConfigMap.class).getApiVersion()).isEqualTo("v1");
        assertThat(manifest.get(PersistentVolumeClaim.class).getApiVersion()).isEqualTo("v1");
        assertThat(manifest.get(CronJob.class).getApiVersion()).isEqualTo("batch/v1");
        for (String name : List.of("timeZone", "backoffLimit", "onExitCodes", "fsGroup", "readOnlyRootFilesystem")) {
            Manifest misspelt = Manifest.parse(yaml.replace(name + ":", name + "s:"));
            assertThatThrownBy(() -> misspelt.get(CronJob.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Unrecognized field \"" + name + "s\"");
        }
    }

    @Test
    void kubernetesRunsItTwiceADay() throws IOException, InterruptedException {
        CronJob cronJob = cronJob();
        assertThat(cronJob.getSpec().getSchedule()).isEqualTo("17 3,9 * * *");
        assertThat(cronJob.getSpec().getTimeZone()).isEqualTo("Etc/UTC");
        assertThat(cronJob.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
        PodSpec pod = pod(cronJob);
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(SECONDS_TO_END);
        assertThat(pod.getContainers()).hasSize(1);
        Container container = pod.getContainers().get(0);
        assertThat(container.getEnv()).extracting(EnvVar::getName).containsExactly("JAVA_TOOL_OPTIONS");
        List<String> command = new ArrayList<>(entryPoint());
        command.addAll(1, words(container.getEnv().get(0).getValue()));
        command.addAll(container.getArgs());
        assertRuns(command);
    }

    @Test
    void kubernetesTriesAgainWhereThatMayHelp() throws IOException {
        JobSpec job = cronJob().getSpec().getJobTemplate().getSpec();
        assertThat(job.getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
        List<PodFailurePolicyRule> rules = job.getPodFailurePolicy().getRules();
        assertThat(rules).extracting(PodFailurePolicyRule::getAction).containsExactly("Ignore", "FailJob");
        List<Integer> statuses = new ArrayList<>(finalStatuses());
        statuses.add(WITH_REJECTS);
        assertThat(rules.get(1).getOnExitCodes().getOperator()).isEqualTo("In");
        assertThat(rules.get(1).getOnExitCodes().getValues()).containsExactlyElementsOf(statuses);
        assertThat(rules.get(1).getOnExitCodes().getContainerName())
                .isEqualTo(job.getTemplate().getSpec().getContainers().get(0).getName());
    }

    @Test
    void theUserOfTheImageCanReadAndWriteWhatItMust() throws IOException {
        PodSpec pod = pod(cronJob());
        long user = pod.getSecurityContext().getRunAsUser();
        assertThat(pod.getSecurityContext().getFsGroup()).isEqualTo(user);
        assertThat(Files.readAllLines(DOCKERFILE)).contains("USER " + user + ":" + user);
        Container container = pod.getContainers().get(0);
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getVolumeMounts().stream().map(VolumeMount::getName))
                .containsExactlyElementsOf(
                        pod.getVolumes().stream().map(Volume::getName).toList());
        assertThat(volume(pod, "secrets").getSecret().getDefaultMode()).isEqualTo(0400);
        Manifest manifest = manifest();
        assertThat(volume(pod, "configuration").getConfigMap().getName())
                .isEqualTo(manifest.get(ConfigMap.class).getMetadata().getName());
        assertThat(volume(pod, "data").getPersistentVolumeClaim().getClaimName())
                .isEqualTo(
                        manifest.get(PersistentVolumeClaim.class).getMetadata().getName());
    }

    @Test
    void theConfigurationOfTheManifestFitsItsVolumes() throws IOException {
        String yaml = manifest().get(ConfigMap.class).getData().get("botledger.yaml");
        PodSpec pod = pod(cronJob());
        assertThat(mountPath(pod, "configuration")).isEqualTo("/etc/botledger");
        assertThat(paths(yaml, "landing|folder"))
                .hasSize(2)
                .allSatisfy(path -> assertThat(path).startsWith(mountPath(pod, "data") + "/"));
        assertThat(paths(yaml, "key_file|password_file"))
                .hasSize(2)
                .allSatisfy(path -> assertThat(path).startsWith(mountPath(pod, "secrets") + "/"));

        Path file = Files.writeString(
                folder.resolve("botledger.yaml"),
                yaml.replace("YOUR-DATABASE-HOST", "db")
                        .replace("YOUR-ORGANIZATION-ID", "org")
                        .replace("YOUR-BOT-ID", "bot"));
        assertThatCode(() -> ConfigurationReader.read(file, terminal())).doesNotThrowAnyException();
    }

    private static void assertRuns(List<String> words) throws IOException, InterruptedException {
        assertThat(words.get(0)).matches("(/usr/bin/)?java");
        int jar = words.indexOf("-jar") + 1;
        assertThat(words.get(jar)).isEqualTo(JAR);
        List<String> version = new ArrayList<>(words.subList(0, jar - 1));
        version.set(0, java());
        version.add("-version");
        Ended ended = Ended.of(new ProcessBuilder(version));
        assertThat(ended.exitStatus()).as(ended.output()).isZero();

        ParseResult parsed = Commands.line(terminal())
                .parseArgs(words.subList(jar + 1, words.size()).toArray(String[]::new))
                .subcommand();
        assertThat(parsed.commandSpec().name()).isEqualTo("run");
        assertThat(parsed.<Path>matchedOptionValue("--config", null)).isEqualTo(Path.of(CONFIGURATION));
    }

    /** Statuses after which another try, without a change by somebody, can't end otherwise. */
    private static List<Integer> finalStatuses() {
        return Arrays.stream(ErrorCode.values())
                .map(ErrorCode::exitStatus)
                .distinct()
                .filter(status -> Arrays.stream(ErrorCode.values())
                        .noneMatch(code -> code.exitStatus() == status && code.retryable()))
                .sorted()
                .toList();
    }

    private static Matcher cronEntry() throws IOException {
        List<Matcher> entries = Files.readAllLines(CRONTAB).stream()
                .filter(line -> !line.matches("(#.*|[A-Z_]+=\\S+)?"))
                .map(CRON_ENTRY::matcher)
                .toList();
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).matches()).isTrue();
        return entries.get(0);
    }

    private static List<String> entryPoint() throws IOException {
        String line = Files.readAllLines(DOCKERFILE).stream()
                .filter(text -> text.startsWith("ENTRYPOINT "))
                .findFirst()
                .orElseThrow();
        return List.of(new JsonMapper().readValue(line.substring("ENTRYPOINT ".length()), String[].class));
    }

    private static Manifest manifest() throws IOException {
        return Manifest.parse(Files.readString(MANIFEST));
    }

    private static CronJob cronJob() throws IOException {
        return manifest().get(CronJob.class);
    }

    private static PodSpec pod(CronJob cronJob) {
        return cronJob.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    }

    private static Volume volume(PodSpec pod, String name) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String mountPath(PodSpec pod, String volume) {
        return pod.getContainers().get(0).getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals(volume))
                .findFirst()
                .orElseThrow()
                .getMountPath();
    }

    private static List<String> paths(String yaml, String keys) {
        return Pattern.compile("(?m)^\\s*(?:" + keys + "): (\\S+)$")
                .matcher(yaml)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).toList();
    }

    private static Terminal terminal() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, Map.of(), Clock.systemUTC(), false, new AtomicBoolean());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void assumeSystemd() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "systemd-analyze"))),
                "there is no systemd-analyze here, so the units are parsed only");
    }

    /** A process that came to its end, and what it said on either output. */
    private record Ended(int exitStatus, String output) {
        static Ended of(ProcessBuilder builder) throws IOException, InterruptedException {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        }
    }
}
