package dev.dateline.fetcher.visit;

import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.SourceStatus;
import dev.dateline.schema.SourceTrial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ledger that a test can read: articles and statuses in order, the newest visit of each address. */
public final class LedgerInMemory implements Ledger {
    private final List<RawArticle> articles = new ArrayList<>();
    private final Map<String, FetchVisit> visits = new LinkedHashMap<>();
    private final List<SourceStatus> statuses = new ArrayList<>();
    private final List<FetchRequest> requests = new ArrayList<>();
    private final List<SourceTrial> trials = new ArrayList<>();

    public List<FetchRequest> requests() {
        return requests;
    }

    public List<SourceTrial> trials() {
        return trials;
    }

    public List<RawArticle> articles() {
        return articles;
    }

    public Map<String, FetchVisit> visits() {
        return visits;
    }

    public List<SourceStatus> statuses() {
        return statuses;
    }

    @Override
    public void publish(RawArticle article, boolean isNew) {
        articles.add(article);
    }

    @Override
    public void remember(int partition, FetchVisit visit) {
        visits.put(visit.getUrl(), visit);
    }

    @Override
    public void forget(int partition, String url) {
        visits.remove(url);
    }

    @Override
    public void request(String site, FetchRequest request) {
        requests.add(request);
    }

    @Override
    public void tell(SourceStatus status) {
        statuses.add(status);
    }

    @Override
    public void tell(SourceTrial trial) {
        trials.add(trial);
    }

    @Override
    public void tellRemoved(String sourceId) {
        statuses.removeIf(status -> status.getSourceId().equals(sourceId));
    }
}
