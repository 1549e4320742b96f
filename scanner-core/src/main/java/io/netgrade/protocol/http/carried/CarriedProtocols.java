// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The services inside HTTP that have a protocol id of their own. HTTP tells them: by themselves they recognise nothing. */
public final class CarriedProtocols {
    private static final Map<String, FactType> ACCESS = new LinkedHashMap<>();
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    private static final List<Protocol> ALL = List.of(
            carried("docker", "Docker", 2375, 2376),
            carried("kubelet", "Kubelet", 10250, 10255),
            carried("kubernetes", "Kubernetes API", 6443),
            carried("consul", "Consul", 8500),
            carried("etcd", "etcd", 2379, 2380),
            elasticsearch(),
            carried("ipp", "IPP", 631),
            carried("winrm", "WinRM", 5985, 5986),
            carried("cwmp", "CWMP (TR-069)", 7547),
            carried("grpc", "gRPC"),
            carried("gnmi", "gNMI", 9339, 6030, 57400),
            carried("sbi", "5G service based interface"),
            carried("ollama", "Ollama", 11434),
            carried("vllm", "vLLM"),
            carried("triton", "Triton Inference Server", 8001, 8002),
            carried("torchserve", "TorchServe", 8082),
            carried("comfyui", "ComfyUI", 8188),
            carried("sd-webui", "Stable Diffusion WebUI", 7860),
            carried("gradio", "Gradio"),
            carried("ray", "Ray", 8265),
            carried("jupyter", "Jupyter"),
            carried("mlflow", "MLflow"),
            carried("milvus", "Milvus", 19530, 9091),
            carried("qdrant", "Qdrant", 6333, 6334));

    private CarriedProtocols() {}

    public static List<Protocol> all() {
        return ALL;
    }

    /** The fact that a service answered for one of its resources. */
    static FactType access(String id) {
        return Objects.requireNonNull(ACCESS.get(id), id);
    }

    static String title(String id) {
        return Objects.requireNonNull(TITLES.get(id), id);
    }

    private static Protocol carried(String id, String title, Integer... ports) {
        return begun(id, title, ports).begins(Transport.TCP, Octets.NONE).build();
    }

    private static Protocol elasticsearch() {
        return begun("elasticsearch", "Elasticsearch", 9200, 9300)
                .begins(Transport.TCP, Octets.of('E'))
                .recognisedBy(ElasticTransport::recognise)
                .readBy(opening -> ElasticTransport.reader())
                .build();
    }

    private static PlainProtocol.Builder begun(String id, String title, Integer... ports) {
        FactType access = CarriedFacts.access(id, title);
        ACCESS.put(id, access);
        TITLES.put(id, title);
        return PlainProtocol.of(id, title)
                .ports(Transport.TCP, ports)
                .facts(access, CommonFacts.SOFTWARE)
                .checks(checks(id, access));
    }

    private static List<Check> checks(String id, FactType access) {
        List<Check> checks = new ArrayList<>();
        checks.add(FieldCheck.of(
                id + ".authentication",
                "Whether it answers clients that send no credentials.",
                access,
                "authentication"));
        checks.add(FieldCheck.of(
                        id + ".access-in-clear", "What it answers for where nothing encrypts it.", access, "resource")
                .inClear());
        return checks;
    }
}
