// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.PortSet;
import io.netgrade.lab.HttpStandIn;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.http.DeclaredMedia;
import io.netgrade.protocol.http.HttpFacts;
import io.netgrade.protocol.http.HttpProtocol;
import io.netgrade.testing.SideBySide;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The services of artificial intelligence, with a log-in and without, as the prober sees the answers of their documents. */
class AiLabTest {
    private static final int UNUSUAL = 0;

    @SideBySide
    @ParameterizedTest
    @CsvSource({
        "ollama, 11434, 'ollama banner none, ollama version none'",
        "triton, 8000, triton server none",
        "triton-restricted, 8000, triton server required",
        "comfyui, 8188, 'comfyui page none, comfyui system none'",
        "gradio, 7860, gradio configuration none",
        "gradio-login, 7860, gradio configuration required",
        "ray, 8265, 'ray page none, ray version none'",
        "jupyter, 8888, jupyter status none",
        "jupyter-token, 8888, jupyter status required",
        "mlflow, 5000, 'mlflow page none, mlflow experiments none'",
        "mlflow-login, 5000, mlflow api required",
        "milvus-metrics, 9091, milvus metrics none",
        "milvus, 19530, milvus collections none",
        "milvus-login, 19530, milvus collections required",
        "qdrant, 6333, qdrant collections none",
        "qdrant-key, 6333, qdrant collections required",
    })
    void tellsOnItsUsualPortWhoMayAsk(String answers, int port, String told) throws Exception {
        try (HttpStandIn server = HttpStandIn.strictInClear(port, answers)) {
            LabLook look = all(server);

            assertThat(look.access()).containsExactlyInAnyOrder(told.split(", "));
            assertThat(look.services()).contains("http", "http/" + told.split(" ")[0]);
        }
    }

    @SideBySide
    @ParameterizedTest
    @CsvSource({
        "ollama, 'ollama banner none, ollama version none'",
        "vllm, 'vllm models none, vllm metrics none'",
        "vllm-key, vllm metrics none",
        "torchserve, torchserve health none",
        "torchserve-management, torchserve models none",
        "comfyui, 'comfyui page none, comfyui system none'",
        "gradio, gradio configuration none",
        "gradio-login, gradio configuration required",
        "sd-webui, 'sd-webui samplers none, gradio configuration none'",
        "sd-webui-login, 'sd-webui api required, gradio configuration required'",
        "ray, 'ray page none, ray version none'",
        "jupyter, jupyter status none",
        "jupyter-token, jupyter status required",
        "mlflow, 'mlflow page none, mlflow experiments none'",
        "mlflow-login, mlflow api required",
        "qdrant, qdrant collections none",
        "qdrant-key, qdrant collections required",
    })
    void tellsOnAnUnusualPortWhoMayAsk(String answers, String told) throws Exception {
        try (HttpStandIn server = HttpStandIn.strictInClear(UNUSUAL, answers)) {
            assertThat(all(server).access()).containsExactlyInAnyOrder(told.split(", "));
        }
    }

    @SideBySide
    @Test
    void tellsATorchServeThatWantsATokenByItsRefusalOfEverything() throws Exception {
        try (HttpStandIn server = HttpStandIn.strictInClear(UNUSUAL, "torchserve-token")) {
            assertThat(all(server).access()).containsExactly("torchserve api required");
        }
    }

    @SideBySide
    @Test
    void asksThemInsideTls() throws Exception {
        try (HttpStandIn open = HttpStandIn.insideTls(6333, "qdrant");
                HttpStandIn strict = HttpStandIn.insideTls(UNUSUAL, "jupyter-token")) {
            assertThat(all(open).services()).contains("tls/http/qdrant");
            assertThat(all(strict).access()).containsExactly("jupyter status required");
        }
    }

    @SideBySide
    @Test
    void saysNothingOfWhatAProxyWithALogInHides() throws Exception {
        try (HttpStandIn server = HttpStandIn.strictInClear(11434, "proxy-login")) {
            LabLook look = all(server);

            assertThat(look.services()).containsExactly("http");
            assertThat(look.access()).isEmpty();
        }
    }

    @SideBySide
    @Test
    void readsTheLabelOfDeclaredPicturesAlone() throws Exception {
        String label = "{\"Label\":\"1\",\"ContentProducer\":\"00191110000000000000000000000000\",\"ProduceID\":\"p1\","
                + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";
        try (HttpStandIn server = HttpStandIn.strictInClear(UNUSUAL, "comfyui")
                .with("/labelled.png", "image/png", picture(label))
                .with("/bare.png", "image/png", picture(""))
                .with("/other.png", "image/png", picture(label))) {
            LabLook look = LabLook.at(
                    server.address(),
                    PortSet.of(server.port()),
                    declaring(server, List.of("labelled.png", "bare.png")));

            assertThat(look.facts(HttpFacts.MEDIA_LABEL))
                    .anySatisfy(fact -> {
                        assertThat(fact.text("label")).contains("1");
                        assertThat(fact.flag("well-formed")).contains(true);
                    })
                    .anySatisfy(fact -> assertThat(fact.flag("present")).contains(false))
                    .hasSize(2);
            assertThat(server.asked()).doesNotContain("GET /other.png");
        }
    }

    private static List<Protocol> declaring(HttpStandIn server, List<String> files) throws Exception {
        InetAddress address = InetAddress.getByName(server.address());
        List<DeclaredMedia> media = files.stream()
                .map(file -> "http://%s:%d/%s".formatted(server.address(), server.port(), file))
                .map(url -> DeclaredMedia.of(url, address))
                .toList();
        return Stream.concat(
                        Stream.of(new HttpProtocol().declaring(media)),
                        ProtocolCatalog.asked().stream()
                                .filter(protocol -> !protocol.id().equals("http")))
                .toList();
    }

    /** By the JDK's own writer of PNG, with a tEXt chunk of the keyword AIGC where there is a label. */
    private static byte[] picture(String label) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageTypeSpecifier type = ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB);
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
        if (!label.isEmpty()) {
            IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
            entry.setAttribute("keyword", "AIGC");
            entry.setAttribute("value", label);
            IIOMetadataNode text = new IIOMetadataNode("tEXt");
            text.appendChild(entry);
            IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
            root.appendChild(text);
            metadata.mergeTree("javax_imageio_png_1.0", root);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(
                    metadata,
                    new IIOImage(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), null, metadata),
                    null);
        }
        writer.dispose();
        return file.toByteArray();
    }

    private static LabLook all(HttpStandIn server) throws Exception {
        return LabLook.at(server.address(), PortSet.of(server.port()), ProtocolCatalog.asked());
    }
}
