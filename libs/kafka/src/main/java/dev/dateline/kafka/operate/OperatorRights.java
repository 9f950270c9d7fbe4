package dev.dateline.kafka.operate;

import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;

/** What the desks of this package must be allowed to do, for whoever offers them to operators. */
public final class OperatorRights {
    private OperatorRights() {}

    /** What they write: orders, and records that are tried again, which may be of any topic that is read. */
    public static TopicAccess access(Topics topics) {
        return TopicAccess.writing(
                topics.source(),
                topics.sourceCommand(),
                topics.takedown(),
                topics.route(),
                topics.routeRefill(),
                topics.audit(),
                topics.raw(),
                topics.clean(),
                topics.boilerplate(),
                topics.unique(),
                topics.duplicate(),
                topics.enriched(),
                topics.story(),
                topics.sourceStatus(),
                topics.disposition());
    }

    /** Their transactions, and the topics that are made with a route. */
    public static List<Right> beside(Topics topics) {
        var rights = new ArrayList<Right>(Stream.of(
                        SourceDesk.CLIENT,
                        TrialDesk.CLIENT,
                        TakedownDesk.CLIENT,
                        RouteDesk.CLIENT,
                        RouteHistory.CLIENT,
                        DeadLetterDesk.CLIENT)
                .map(Right::toTransactions)
                .toList());
        rights.add(Right.toTopics(topics.ownRoutePrefix(), AclOperation.CREATE, AclOperation.DESCRIBE));
        return List.copyOf(rights);
    }
}
