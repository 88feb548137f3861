package io.bactrian.component.sqlgroup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.ThreadPoolBuilder;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** {@code sql-group:name} runs {@code <directory>/name.sql}. */
@Component("sql-group")
public class SqlGroupComponent extends DefaultComponent {

    private static final int CONTINUATION_THREADS = 8;

    @Metadata(description = "The database", autowired = true)
    private DataSource dataSource;

    @Metadata(description = "Where the SQL files are, for instance file:routes/store/sql")
    private String directory;

    @Metadata(description = "How many exchanges at the most share one transaction", defaultValue = "500")
    private int groupSize = 500;

    @Metadata(description = "How many exchanges may wait for one file before more are refused", defaultValue = "10000")
    private int queueSize = 10_000;

    private final ObjectMapper json = new ObjectMapper();
    private ExecutorService continuation;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SqlGroupEndpoint endpoint = new SqlGroupEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // Without a bound of its own: what waits is bounded where it comes in, and the writer must never run a route
        // itself.
        continuation = new ThreadPoolBuilder(getCamelContext())
                .poolSize(CONTINUATION_THREADS)
                .maxPoolSize(CONTINUATION_THREADS)
                .maxQueueSize(-1)
                .build(this, "sql-group-continuation");
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        getCamelContext().getExecutorServiceManager().shutdownGraceful(continuation);
    }

    ExecutorService continuation() {
        return continuation;
    }

    ObjectMapper getJson() {
        return json;
    }

    public DataSource getDataSource() {
        return dataSource;
    }

    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public String getDirectory() {
        return directory;
    }

    public void setDirectory(String directory) {
        this.directory = directory;
    }

    public int getGroupSize() {
        return groupSize;
    }

    public void setGroupSize(int groupSize) {
        this.groupSize = groupSize;
    }

    public int getQueueSize() {
        return queueSize;
    }

    public void setQueueSize(int queueSize) {
        this.queueSize = queueSize;
    }
}
