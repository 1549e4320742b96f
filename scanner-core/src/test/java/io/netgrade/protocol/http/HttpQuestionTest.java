// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services are asked for where, and what their answers tell; the answers are those of the documents in questions.tsv. */
class HttpQuestionTest {
    @ParameterizedTest
    @CsvSource({
        "2379, '', '/version /health /v3/kv/range'",
        "9200, '', /_cluster/health",
        "2375, '', '/_ping /version'",
        "10250, '', '/healthz /pods'",
        "8500, '', '/v1/status/leader /v1/agent/self'",
        "631, '', /",
        "5985, '', /wsman-anon/identify",
        "11434, '', /api/version",
        "8443, '', '/.well-known/host-meta /restconf/yang-library-version'",
        "80, 'Ollama is running', /api/version",
        "80, '404 page not found', '/version /health /v3/kv/range'",
        "80, '<title>Ray Dashboard</title>', /api/version",
        "80, '<title>shop</title>', ''",
    })
    void asksForWhatThePortOrTheAnswerMakesLikely(int port, String body, String targets) {
        assertThat(String.join(" ", targets(port, "x", body))).isEqualTo(targets);
    }

    @Test
    void asksAServerOfUvicornForModels() {
        assertThat(targets(80, "uvicorn", "")).containsExactly("/v1/models", "/metrics");
        assertThat(targets(80, "nginx", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/version|application/json|{\"etcdserver\":\"3.4.23\",\"etcdcluster\":\"3.4.0\"}|etcd version",
                "/health|text/plain; charset=utf-8|{\"health\":\"true\"}|etcd health",
                "/v1/agent/self|application/json|{\"Config\":{\"Datacenter\":\"dc1\",\"NodeName\":\"n\"}}|consul agent",
                "/api/version|application/json|{\"version\":\"0.5.1\"}|ollama version",
                "/api/version|application/json|{\"version\":\"4\",\"ray_version\":\"2.9.0\"}|ray version",
                "/v1/models|application/json|{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"owned_by\":\"vllm\"}]}|vllm models",
                "/v2|application/json|{\"name\":\"triton\",\"version\":\"2.41.0\",\"extensions\":[]}|triton server",
                "/ping|application/json|{\"status\": \"Healthy\"}|torchserve health",
                "/system_stats|application/json|{\"system\":{\"comfyui_version\":\"0.3.1\"},\"devices\":[]}|comfyui system",
                "/collections|application/json|{\"result\":{\"collections\":[]},\"status\":\"ok\"}|qdrant collections",
                "/pods|application/json|{\"kind\":\"PodList\",\"items\":[]}|kubelet pods",
                "/wsman-anon/identify|application/soap+xml|<wsmid:IdentifyResponse xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">|winrm identity",
                "/|application/ipp|printer-state|ipp printer",
            })
    void tellsTheServiceByItsAnswer(String path, String type, String body, String told) {
        assertThat(access(path, "HTTP/1.1 200 OK", type, body)).contains(told + " none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pods|403 Forbidden|text/plain; charset=utf-8|Forbidden (user=system:anonymous, verb=get, resource=nodes, subresource=proxy)|kubelet pods",
                "/v1/agent/self|403 Forbidden|text/plain|Permission denied|consul agent",
                "/v2|403 Forbidden|application/json|{\"error\":\"This API is restricted, expecting header 'admin-key'\"}|triton server",
                "/ping|400 Bad Request|application/json|{\"code\":400,\"type\":\"InvalidKeyException\",\"message\":\"Token Authorization failed.\"}|torchserve api",
                "/config|401 Unauthorized|application/json|{\"detail\":{\"error\":\"Not authenticated\",\"auth_message\":null}}|gradio configuration",
                "/v2/vectordb/collections/list|200 OK|application/json|{\"code\":1800,\"message\":\"user hasn't authenticated\"}|milvus collections",
            })
    void tellsWhatIsRefusedForWantOfCredentials(String path, String status, String type, String body, String told) {
        assertThat(access(path, "HTTP/1.1 " + status, type, body)).containsExactly(told + " required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pods|403 Forbidden|text/plain|Forbidden",
                "/v1/agent/self|403 Forbidden|text/html|Permission denied",
                "/v2|403 Forbidden|application/json|{\"error\":\"no\"}",
                "/ping|400 Bad Request|application/json|{\"type\":\"InvalidKeyException\"}",
            })
    void takesNoRefusalOfAnybodyForTheirs(String path, String status, String type, String body) {
        assertThat(access(path, "HTTP/1.1 " + status, type, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/status/leader|application/json|\"192.0.2.1:8300\"",
                "/api|application/json|{\"version\": \"2.14.1\"}",
                "/|application/json|{\"title\":\"qdrant - vector search engine\",\"version\":\"1.7.4\"}",
            })
    void saysNotThatEverybodyMayAskWhereThatIsPublicInAnyCase(String path, String type, String body) {
        assertThat(access(path, "HTTP/1.1 200 OK", type, body)).isEmpty();
    }

    @Test
    void looksBehindTheMetricsOfTheRuntime() {
        String metrics = "# HELP go_x y\n".repeat(500) + "milvus_num_node 1\n";

        assertThat(access("/metrics", "HTTP/1.1 200 OK", "text/plain", metrics)).containsExactly("milvus metrics none");
        assertThat(access(
                        "/metrics",
                        "HTTP/1.1 200 OK",
                        "text/plain",
                        metrics.repeat(3).replace("milvus", "other")))
                .isEmpty();
    }

    @Test
    void tellsAKubeletThatWantsALogIn() {
        assertThat(access("/pods", "HTTP/1.1 401 Unauthorized", "text/plain", "Unauthorized"))
                .containsExactly("kubelet pods required");
    }

    @ParameterizedTest
    @CsvSource({
        "/version, application/json, {}",
        "/health, text/html, healthy",
        "/v1/status/leader, application/json, true",
        "/v1/models, text/html, models",
        "/pods, text/html, pods",
        "/collections, application/json, []",
    })
    void tellsNothingByTheAnswerOfAnother(String path, String type, String body) {
        assertThat(access(path, "HTTP/1.1 200 OK", type, body)).isEmpty();
    }

    @Test
    void saysWhatItCarriesByItsLengthAndType() {
        String sent = new Asked(conversation("POST", "/", HttpContent.PRINTER_STATE)).sent();

        assertThat(sent).startsWith("POST / HTTP/1.1\r\n").contains("Content-Type: application/ipp\r\n");
        int body = sent.length() - sent.indexOf("\r\n\r\n") - 4;
        assertThat(sent).contains("Content-Length: " + body + "\r\n");
        assertThat(sent).endsWith("requested-attributes\0\rprinter-state\3");
    }

    private static List<String> access(String path, String status, String type, String body) {
        List<Fact> facts = new Asked(conversation("GET", path, HttpContent.NONE))
                .hears(status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .facts()
                .all();
        return facts.stream()
                .filter(fact -> fact.type().endsWith(".access"))
                .map(fact -> fact.type().replace(".access", " ")
                        + fact.text("resource").orElseThrow() + " "
                        + fact.text("authentication").orElseThrow())
                .toList();
    }

    private static HttpServiceConversation conversation(String method, String path, HttpContent content) {
        return new HttpServiceConversation(
                new HttpRequest(method, path, content, endpoint(8080), false), "", new Refusals());
    }

    private static List<String> targets(int port, String server, String body) {
        HttpPageConversation page = new HttpPageConversation(new HttpRequest("GET", endpoint(port), false), false);
        new Asked(page)
                .hears("HTTP/1.1 200 OK\r\nServer: " + server + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body);
        return HttpQuestion.of(endpoint(port), page.answer()).stream()
                .map(HttpQuestion::target)
                .toList();
    }

    private static Endpoint endpoint(int port) {
        return new Endpoint(InetAddress.getLoopbackAddress(), port, Transport.TCP);
    }
}
