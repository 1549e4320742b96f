// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFieldsTest {

    @Test
    void readsEveryProductOfAServerField() {
        assertThat(HttpSoftware.disclosed("Apache/2.4.6 (CentOS (x)) OpenSSL/1.0.2k-fips PHP/5.4.16", true))
                .extracting(fact -> fact.text("product").orElseThrow() + " "
                        + fact.text("version").orElseThrow())
                .containsExactly("Apache httpd 2.4.6", "OpenSSL 1.0.2k-fips", "PHP 5.4.16");
    }

    @Test
    void readsAProductWithoutAVersion() {
        assertThat(HttpSoftware.disclosed("nginx", true))
                .containsExactly(CommonFacts.SOFTWARE.complete("nginx", null, null));
    }

    @Test
    void readsTheVersionInBracketsAsJettyWritesIt() {
        assertThat(HttpSoftware.disclosed("Jetty(9.4.43.v20210629)", true))
                .containsExactly(CommonFacts.SOFTWARE.complete(
                        "Jetty", "9.4.43.v20210629", "cpe:2.3:a:eclipse:jetty:9.4.43.v20210629:*:*:*:*:*:*:*"));
    }

    @Test
    void quotesAVersionInACpe() {
        assertThat(HttpSoftware.disclosed("nginx/1:2*", true).get(0).text("cpe"))
                .contains("cpe:2.3:a:f5:nginx:1\\:2\\*:*:*:*:*:*:*:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "(((((", ")))", "/1.0", ",,,,", "\u00ff/1"})
    void takesNoProductFromNonsense(String field) {
        assertThat(HttpSoftware.disclosed(field, false)).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic realm=\"a\"|basic",
                "Negotiate, NTLM|negotiate,ntlm",
                "Digest realm=\"a, Basic b\", nonce=\"c\\\"d\", qop = auth|digest",
                "Bearer|bearer",
                "Negotiate oRQwEq==|negotiate",
                "\"unclosed, Basic|''",
                ",,,|''"
            })
    void readsTheSchemesOfAChallenge(String field, String schemes) {
        HttpHead head = new HttpHead("HTTP/1.1 401 x");
        head.add("www-authenticate", field);

        assertThat(String.join(",", HttpChallenges.schemes(head))).isEqualTo(schemes);
    }

    @Test
    void refusesACookieWithoutAName() {
        assertThat(HttpCookie.read("")).isEmpty();
        assertThat(HttpCookie.read(";;")).isEmpty();
        assertThat(HttpCookie.read("=v; Secure")).isEmpty();
    }

    @Test
    void cutsTheNameOfACookie() {
        assertThat(HttpCookie.read("n".repeat(100) + "=v").orElseThrow().name()).hasSize(64);
    }

    @Test
    void boundsAMaxAgeThatNoNumberHolds() {
        assertThat(HttpTransportSecurity.read("max-age=" + "9".repeat(40))
                        .orElseThrow()
                        .maxAge())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input type=password>",
                "<INPUT TYPE = \"password\" />",
                "<input data-x='>' type='password'>",
                "<p a<input type=password>",
                "<script>if (a<b && c>'d') write('<input type=\"password\">')</script>"
            })
    void findsAPasswordInput(String html) {
        assertThat(page(html).passwordInput()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input type=text name=password>",
                "<!-- <input type=password> -->",
                "<input type=passwordless>",
                "<inputs type=password>",
                "< input type=password>",
                "<input type=password"
            })
    void takesNothingElseForAPasswordInput(String html) {
        assertThat(page(html).passwordInput()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Index of /</title>",
                "<TITLE lang=en>\r\n Directory listing for /pub/</TITLE>",
                "<title>Directory: /a</title>",
            })
    void knowsTheTitleOfAListing(String html) {
        assertThat(page(html).directoryListing()).isTrue();
    }

    @Test
    void takesNoOtherTitleForAListing() {
        assertThat(page("<title>The Index of /dev/null</title><h1>Index of /</h1>")
                        .directoryListing())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b&password=x", "PWD=x", "j_password=x&y", "user%5Bpassword%5D=1", "login_pass=1"})
    void noticesAFormFieldThatIsNamedLikeAPassword(String body) {
        assertThat(read(FormFields.urlEncoded(), body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password=&a=b", "bypass=1", "passenger=2", "a=password", "a=b=password=c", "password"})
    void takesNoOtherFieldForAPassword(String body) {
        assertThat(read(FormFields.urlEncoded(), body)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":\"x\"}", "{\"u\":\"\\\"\", \"Passwd\" : 1234}", "[{\"a\":{\"pwd\":\"y\"}}]"})
    void noticesAJsonMemberThatIsNamedLikeAPassword(String body) {
        assertThat(read(FormFields.json(), body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"password\":\"\"}", "{\"password\":null}", "[\"password\",\"x\"]", "{\"a\":\"password\"}"})
    void takesNoOtherMemberForAPassword(String body) {
        assertThat(read(FormFields.json(), body)).isFalse();
    }

    @Test
    void readsTheStatusLineOrNothing() {
        assertThat(List.of(
                        "HTTP/1.1 20",
                        "HTTP/1.1  200",
                        "HTTP/2 200 OK",
                        "ICY 200 OK",
                        "HTTP/1.1 200OK",
                        "HTTP/1.1 099 x"))
                .allMatch(line -> HttpStatusLine.read(line).isEmpty());
        assertThat(HttpStatusLine.read("HTTP/1.0 404").orElseThrow().status()).isEqualTo(404);
    }

    private static HtmlPage page(String html) {
        HtmlPage page = new HtmlPage();
        ByteView bytes = ByteView.of(html.getBytes(StandardCharsets.ISO_8859_1));
        page.read(bytes, 0, bytes.length());
        return page;
    }

    private static boolean read(FormFields fields, String body) {
        ByteView bytes = ByteView.of(body.getBytes(StandardCharsets.ISO_8859_1));
        fields.read(bytes, 0, bytes.length());
        return fields.password();
    }
}
