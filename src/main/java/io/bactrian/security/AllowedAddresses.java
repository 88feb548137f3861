package io.bactrian.security;

import io.bactrian.web.Problem;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in only who calls from an address on the list, before anything else is asked of them. */
final class AllowedAddresses extends OncePerRequestFilter {

    private final List<IpAddressMatcher> allowed;
    private final ProblemAnswers answers;

    /**
     * @param networks addresses and CIDR networks; empty: all
     * @throws UnusableSettingException where one of them is neither
     */
    AllowedAddresses(List<String> networks, ProblemAnswers answers) {
        this.allowed = networks.stream().map(AllowedAddresses::matcher).toList();
        this.answers = answers;
    }

    private static IpAddressMatcher matcher(String network) {
        try {
            return new IpAddressMatcher(network.strip());
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingException(
                    "SMS_API_ALLOWED_IPS (sms.api.allowed-ips) holds what is no address and no network.",
                    "Write addresses and networks like 192.0.2.7,10.0.0.0/8,2001:db8::/32.");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allowed.isEmpty() || allowed.stream().anyMatch(network -> network.matches(request))) {
            chain.doFilter(request, response);
        } else {
            answers.write(response, Problem.of(403));
        }
    }
}
