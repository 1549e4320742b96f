// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.UnknownReason;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Control;
import io.netgrade.yaml.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What would decide findings that keep a floor down and that nothing must be mended for as yet.
 *
 * @param reason why they are undecided
 * @param attestable whether a person may attest instead, as observation decides the controls only in part
 * @param decides never empty, in the order of the profile
 */
public record LiftDecision(UnknownReason reason, boolean attestable, List<Finding> decides) {
    public LiftDecision {
        decides = List.copyOf(decides);
    }

    /** Each once, in the order of the profile. */
    public List<Control> controls() {
        Map<String, Control> controls = new LinkedHashMap<>();
        decides.forEach(finding -> controls.putIfAbsent(finding.control().id(), finding.control()));
        return List.copyOf(controls.values());
    }

    /** Each once, in order. */
    public List<Endpoint> endpoints() {
        return decides.stream()
                .flatMap(finding -> finding.endpoint().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What to do. */
    public Text how() {
        Text look = how(reason);
        return attestable ? new Text(look.en() + "; or inspect it and attest", look.zh() + "；或由人工核查并声明") : look;
    }

    static Text how(UnknownReason reason) {
        return switch (reason) {
            case BANNED -> new Text("let the scanner's address in, or scan more slowly", "放行扫描器地址，或降低扫描速率");
            case BUDGET_SPENT -> new Text("probe it again with a larger budget", "放宽上限后再次探测");
            case CAPTURE_DROPS -> new Text("capture again without losing frames, or probe it", "重新抓包且不丢帧，或主动探测");
            case CLOSED_EARLY -> new Text("probe it again: it closed before it said enough", "再次探测：对端过早关闭连接");
            case ENCRYPTED -> new Text("probe it: a capture cannot read this", "主动探测：抓包无法读取此项");
            case EXPRESSION_FAULT -> new Text("mend the profile's expression", "修正配置文件中的表达式");
            case EYES_DISAGREE ->
                new Text(
                        "look at it again with both eyes: what one saw is not within what the other saw whole",
                        "用主动与被动两种方式重新查看：一方所见超出另一方的完整所见");
            case FILTERED, TIMED_OUT, UNREACHABLE ->
                new Text("probe it from where it answers, or capture where it is used", "从可获应答的位置探测，或在使用处抓包");
            case HEURISTIC_ONLY -> new Text("probe it, or capture both directions", "主动探测，或抓取双向流量");
            case NO_SCTP ->
                new Text("probe it from a machine with SCTP, or capture where it is used", "从支持 SCTP 的主机探测，或在使用处抓包");
            case NOT_ASKED -> new Text("probe it, or capture where it is used", "主动探测，或在使用处抓包");
            case ONE_SIDED -> new Text("capture both directions, or probe it", "抓取双向流量，或主动探测");
            case OUT_OF_SCOPE -> new Text("name it in the scope and probe it", "将其列入范围后探测");
            case OUT_OF_WINDOW -> new Text("probe it within the time window", "在时间窗口内探测");
            case PARTLY_SEEN -> new Text("probe it for the whole: only part of it was seen", "完整探测：目前只见到一部分");
            case PROBE_FAULT ->
                new Text("report netgrade's fault, and capture where it is used", "报告 netgrade 的故障，并在使用处抓包");
            case SNAPLEN_CUT -> new Text("capture whole frames, or probe it", "抓取完整帧，或主动探测");
            case UNSUPPORTED_LINK_TYPE ->
                new Text("capture on a link of a supported type, or probe it", "在受支持类型的链路上抓包，或主动探测");
        };
    }
}
