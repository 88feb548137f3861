package io.bactrian.provider.simulator.fault;

import io.bactrian.provider.simulator.WhileSimulated;
import io.bactrian.web.FieldError;
import io.bactrian.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins a plan of faults, shows the one that holds, and ends it. */
@RestController
@WhileSimulated
@RequestMapping("/simulator/faults")
class FaultsController {

    private static final int LONGEST = 65_536;

    private final Faults faults;
    private final PlanJson json;

    FaultsController(Faults faults, PlanJson json) {
        this.faults = faults;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<byte[]> show() {
        return shown(faults.plan());
    }

    @PutMapping
    ResponseEntity<byte[]> begin(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new BadPlan("", "must be shorter than " + LONGEST + " bytes");
        }
        return shown(faults.play(json.read(body)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end() {
        faults.play(FaultPlan.polite());
    }

    @ExceptionHandler
    ResponseEntity<Problem> cannotBe(BadPlan bad) {
        List<FieldError> errors = bad.errors();
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(400, "The plan of faults cannot be.", errors));
    }

    private ResponseEntity<byte[]> shown(FaultPlan plan) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.write(plan));
    }
}
