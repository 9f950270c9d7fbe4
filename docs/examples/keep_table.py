"""Keeps a table of the articles that are on a topic: a record puts one in, null takes one out.

usage: keep_table.py BOOTSTRAP REGISTRY TOPIC [--once]; prints each change as it comes; with --once it ends at the end of the
topic. Needs confluent-kafka and avro (Debian: python3-confluent-kafka, python3-avro).
"""
import io
import json
import struct
import sys
import urllib.request

import avro.io
import avro.schema
from confluent_kafka import Consumer, KafkaError

SCHEMAS = {}


def schema(registry, schema_id):
    """An id never changes its meaning: each schema is asked for once."""
    if schema_id not in SCHEMAS:
        with urllib.request.urlopen('%s/schemas/ids/%d' % (registry, schema_id)) as answer:
            SCHEMAS[schema_id] = avro.schema.parse(json.load(answer)['schema'])
    return SCHEMAS[schema_id]


def decode(registry, value):
    marker, schema_id = struct.unpack('>bI', value[:5])
    if marker != 0:
        raise ValueError('not the wire format')
    return avro.io.DatumReader(schema(registry, schema_id)).read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))


def follow(bootstrap, registry, topic, once):
    consumer = Consumer({
        'bootstrap.servers': bootstrap, 'group.id': 'keep-table', 'enable.auto.commit': False, 'enable.partition.eof': once,
        # The table lives in memory, so every start begins with what the topic has
        'auto.offset.reset': 'earliest', 'isolation.level': 'read_committed'})
    table, ended = {}, set()
    consumer.subscribe([topic])
    try:
        while not once or not ended or len(ended) < len(consumer.assignment()):
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error():
                if message.error().code() != KafkaError._PARTITION_EOF:
                    sys.exit(str(message.error()))
                ended.add(message.partition())
                continue
            article_id = message.key().decode()
            if message.value() is None:
                table.pop(article_id, None)
                print('gone    ', article_id)
            else:
                table[article_id] = decode(registry, message.value())
                print(dict(message.headers())['ce_type'].decode().ljust(9), table[article_id]['title'])
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()
    print('%d articles are on %s' % (len(table), topic))


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    follow(*sys.argv[1:4], once='--once' in sys.argv)
