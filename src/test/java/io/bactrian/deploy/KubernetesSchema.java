package io.bactrian.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;

/** Holds objects against the models that Kubernetes' own client is made of: names, what is required, and types. */
final class KubernetesSchema {

    /** One check of the generated client: it throws on a field that there is not, and on one that is missing. */
    private interface Model {
        void check(JsonElement object) throws IOException;
    }

    private record Kind(Class<?> type, Model model) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "v1/ConfigMap", new Kind(V1ConfigMap.class, V1ConfigMap::validateJsonElement),
            "v1/Service", new Kind(V1Service.class, V1Service::validateJsonElement),
            "v1/ServiceAccount", new Kind(V1ServiceAccount.class, V1ServiceAccount::validateJsonElement),
            "apps/v1/StatefulSet", new Kind(V1StatefulSet.class, V1StatefulSet::validateJsonElement),
            "networking.k8s.io/v1/Ingress", new Kind(V1Ingress.class, V1Ingress::validateJsonElement),
            "networking.k8s.io/v1/NetworkPolicy", new Kind(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement),
            "policy/v1/PodDisruptionBudget",
                    new Kind(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement),
            "autoscaling/v2/HorizontalPodAutoscaler",
                    new Kind(V2HorizontalPodAutoscaler.class, V2HorizontalPodAutoscaler::validateJsonElement));

    private KubernetesSchema() {}

    /** @throws RuntimeException naming what the cluster would refuse */
    static void check(Map<String, Object> manifest) throws IOException {
        String name = manifest.get("apiVersion") + "/" + manifest.get("kind");
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no model for " + name);
        }
        JsonElement object = new Gson().toJsonTree(manifest);
        kind.model().check(object);
        JSON.getGson().fromJson(object, kind.type());
    }
}
