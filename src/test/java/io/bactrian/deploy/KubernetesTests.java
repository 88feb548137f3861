package io.bactrian.deploy;

import static io.bactrian.deploy.Manifests.at;
import static io.bactrian.deploy.Manifests.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests of Kubernetes: each is one that the cluster takes, and together they fit. */
class KubernetesTests {

    private static final Path FOLDER = Path.of("deploy/kubernetes");

    /** Those of other programs. */
    private static final List<String> NO_MANIFESTS = List.of("kustomization.yaml", "prometheus-adapter.yaml");

    private static final String POD = "spec/template/spec/";
    private static final String CONTAINER = POD + "containers/0/";

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !NO_MANIFESTS.contains(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsToItsSchema(String file) {
        assertThat(Manifests.read(FOLDER.resolve(file))).isNotEmpty().allSatisfy(manifest -> assertThatCode(
                        () -> KubernetesSchema.check(manifest))
                .doesNotThrowAnyException());
    }

    @Test
    void theSchemaRefusesWhatIsMisspeltOrMissingOrOfAnotherType() {
        Map<String, Object> gateway = gateway();
        map(at(gateway, "spec/template/spec/containers/0")).put("readinesProbe", Map.of());
        assertThatThrownBy(() -> KubernetesSchema.check(gateway)).hasMessageContaining("readinesProbe");

        Map<String, Object> nameless = gateway();
        map(at(nameless, "spec/template/spec/containers/0")).remove("name");
        assertThatThrownBy(() -> KubernetesSchema.check(nameless)).hasMessageContaining("name");

        Map<String, Object> typed = gateway();
        map(at(typed, "spec")).put("minReadySeconds", "soon");
        assertThatThrownBy(() -> KubernetesSchema.check(typed)).hasMessageContaining("soon");
    }

    @Test
    void everyManifestIsInTheKustomization() throws IOException {
        assertThat((List<?>)
                        at(Manifests.read(FOLDER.resolve("kustomization.yaml")).get(0), "resources"))
                .map(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(files());
    }

    @Test
    void theGatewayRunsAsNobodyInParticularAndWritesNowhereElse() {
        assertThat(at(gateway(), POD + "securityContext/runAsNonRoot")).isEqualTo(true);
        assertThat(at(gateway(), POD + "securityContext/fsGroup")).isEqualTo(10001);
        assertThat(at(gateway(), CONTAINER + "securityContext/readOnlyRootFilesystem"))
                .isEqualTo(true);
        assertThat(at(gateway(), CONTAINER + "securityContext/allowPrivilegeEscalation"))
                .isEqualTo(false);
        assertThat(Manifests.text(Path.of("Dockerfile")))
                .contains("USER 10001:10001")
                .contains("VOLUME /app/data");
        assertThat((List<?>) at(gateway(), CONTAINER + "volumeMounts"))
                .extracting(mount -> map(mount).get("mountPath"))
                .containsExactlyInAnyOrder("/app/data", "/tmp");
    }

    /** 8 s for requests, 19 for what is with a provider, and what preStop waits. */
    @Test
    void aPodIsGivenTheTimeThatAStopTakes() {
        int stop = Integer.parseInt(String.valueOf(at(gateway(), CONTAINER + "lifecycle/preStop/exec/command/1"))) + 30;
        assertThat((Integer) at(gateway(), POD + "terminationGracePeriodSeconds"))
                .isGreaterThan(stop);
    }

    @Test
    void everyPodKeepsItsDataFolder() {
        assertThat(at(gateway(), "kind")).isEqualTo("StatefulSet");
        assertThat(at(gateway(), "spec/volumeClaimTemplates/0/metadata/name")).isEqualTo("data");
        assertThat(at(gateway(), "spec/persistentVolumeClaimRetentionPolicy/whenScaled"))
                .isEqualTo("Retain");
    }

    @Test
    void whatRefersToThePodsFindsThem() {
        Object labels = at(gateway(), "spec/template/metadata/labels");
        assertThat(at(gateway(), "spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(Manifests.read(FOLDER.resolve("services.yaml")))
                .allSatisfy(service -> assertThat(at(service, "spec/selector")).isEqualTo(labels))
                .anySatisfy(service ->
                        assertThat(at(service, "metadata/name")).isEqualTo(at(gateway(), "spec/serviceName")));
        assertThat(at(one("disruption.yaml"), "spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(at(one("network.yaml"), "spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(at(one("scaling.yaml"), "spec/scaleTargetRef/name")).isEqualTo(at(gateway(), "metadata/name"));
        assertThat(at(one("scaling.yaml"), "spec/scaleTargetRef/kind")).isEqualTo("StatefulSet");
    }

    @Test
    void asManyGatewaysShareTheSendersAsThereCanBe() {
        assertThat(at(one("settings.yaml"), "data/SMS_RATE_INSTANCES"))
                .isEqualTo(String.valueOf(at(one("scaling.yaml"), "spec/maxReplicas")));
    }

    @Test
    void theAutoscalerAsksForWhatTheAdapterOffers() {
        assertThat(at(one("prometheus-adapter.yaml"), "rules/external/0/name/as"))
                .isEqualTo(at(one("scaling.yaml"), "spec/metrics/0/external/metric/name"));
        // QueueOld looks at the same gauge, and a test of the rules sees that a gateway has it.
        assertThat(String.valueOf(at(one("prometheus-adapter.yaml"), "rules/external/0/metricsQuery")))
                .isEqualTo("max(sms_queue_age_seconds)");
        assertThat(Manifests.text(Path.of("deploy/prometheus/alerts.yml"))).contains("(sms_queue_age_seconds)");
    }

    @Test
    void everySettingIsOne() {
        assertThat(map(at(one("settings.yaml"), "data")).keySet()).isSubsetOf(Manifests.settings());
        assertThat(Pattern.compile("--from-literal=(\\w+)=")
                        .matcher(Manifests.text(FOLDER.resolve("README.md")))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .isSubsetOf(Manifests.settings());
    }

    private static Map<String, Object> gateway() {
        return one("gateway.yaml");
    }

    private static Map<String, Object> one(String file) {
        return Manifests.read(FOLDER.resolve(file)).get(0);
    }
}
