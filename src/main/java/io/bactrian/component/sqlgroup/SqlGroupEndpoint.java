package io.bactrian.component.sqlgroup;

import io.bactrian.domain.Lane;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.ResourceHelper;

/** Writes, finds or claims rows by a SQL file, asynchronously and in groups. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "sql-group",
        title = "SQL group",
        syntax = "sql-group:name",
        producerOnly = true,
        category = {Category.DATABASE})
public class SqlGroupEndpoint extends DefaultEndpoint {

    /** The exchange variable that tells how many rows the first statement of a write changed. */
    public static final String UPDATE_COUNT = "updateCount";

    /** The same for the last statement of a write. */
    public static final String LAST_UPDATE_COUNT = "lastUpdateCount";

    /** The exchange variable that tells the ids of the rows that a claim put off. */
    public static final String UNREADABLE = "unreadable";

    @UriPath(description = "The SQL file, without its ending, in the component's directory")
    private final String name;

    @UriParam(description = "What the file does: write, find, claim or turns", defaultValue = "write")
    private String kind = "write";

    @UriParam(description = "The record that a row becomes, for find, claim and turns")
    private Class<?> resultClass;

    @UriParam(description = "For find: the column that holds the key that was asked for")
    private String keyColumn;

    @UriParam(description = "For find: whether a key may have several records, all of which a list of keys gets")
    private boolean many;

    @UriParam(
            description =
                    "For claim and turns: the SQL file, without its ending, that runs for a row that cannot be read")
    private String putOff;

    SqlGroupEndpoint(String uri, SqlGroupComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    GroupWork work() throws Exception {
        List<SqlStatement> statements = statements(name);
        SqlValues values = new SqlValues(getComponent().getJson());
        return switch (kind) {
            case "write" -> new WriteWork(statements, values);
            case "find" -> new FindWork(statements.get(0), mapper(), keyColumn, many);
            case "claim" -> new ClaimWork(statements, taking(values));
            case "turns" -> new TurnsWork(statements, mapper(Lane.class), taking(values), values);
            default -> throw new IllegalArgumentException("kind must be write, find, claim or turns, not " + kind);
        };
    }

    private Taking taking(SqlValues values) throws Exception {
        return new Taking(putOff == null ? List.of() : statements(putOff), mapper(), values);
    }

    private RecordMapper mapper() {
        return mapper(resultClass);
    }

    private RecordMapper mapper(Class<?> type) {
        return new RecordMapper(type, getComponent().getJson());
    }

    private List<SqlStatement> statements(String file) throws Exception {
        String location = getComponent().getDirectory() + "/" + file + ".sql";
        try (InputStream text = ResourceHelper.resolveMandatoryResourceAsInputStream(getCamelContext(), location)) {
            return SqlStatement.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public SqlGroupComponent getComponent() {
        return (SqlGroupComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() {
        return new SqlGroupProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("sql-group has no consumer");
    }

    public String getName() {
        return name;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public Class<?> getResultClass() {
        return resultClass;
    }

    public void setResultClass(Class<?> resultClass) {
        this.resultClass = resultClass;
    }

    public String getKeyColumn() {
        return keyColumn;
    }

    public void setKeyColumn(String keyColumn) {
        this.keyColumn = keyColumn;
    }

    public boolean isMany() {
        return many;
    }

    public void setMany(boolean many) {
        this.many = many;
    }

    public String getPutOff() {
        return putOff;
    }

    public void setPutOff(String putOff) {
        this.putOff = putOff;
    }
}
