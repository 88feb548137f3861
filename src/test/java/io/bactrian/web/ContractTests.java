package io.bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContractTests {

    private static final String START = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /api/x:\n    get:\n"
            + "      operationId: x\n      responses: {'200': {description: ok}}\n";

    @Test
    void saysWhoMayCallWhat() {
        assertThat(new Contract(START + "      x-scope: ops\n").calls().get(0).scope())
                .isEqualTo("ops");
        assertThat(new Contract(START + "      security: []\n").calls().get(0).scope())
                .isNull();
    }

    @Test
    void everyCallButAGetMayChangeSomethingUnlessItSaysOtherwise() {
        String post = START.replace("get:", "post:") + "      x-scope: ops\n";
        assertThat(new Contract(START + "      x-scope: ops\n").calls().get(0).changes())
                .isFalse();
        assertThat(new Contract(post).calls().get(0).changes()).isTrue();
        assertThat(new Contract(post + "      x-changes-nothing: true\n")
                        .calls()
                        .get(0)
                        .changes())
                .isFalse();
    }

    @Test
    void isRefusedWhereItDoesNotSayWhoMayCall() {
        assertThatThrownBy(() -> new Contract(START).calls()).hasMessageContaining("Operation x");
        Contract both = new Contract(START + "      x-scope: ops\n      security: []\n");
        assertThatThrownBy(both::calls).hasMessageContaining("Operation x");
    }
}
