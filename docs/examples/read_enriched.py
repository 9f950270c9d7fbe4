"""Reads one record as a stranger would: knows the brokers, the registry's address and the topic, nothing of ours.

usage: read_enriched.py BOOTSTRAP REGISTRY TOPIC; prints the record's title. Needs Debian's python3-confluent-kafka and
python3-avro; Confluent's own AvroDeserializer is used too where its requirements (requests, fastavro) are installed.
"""
import io
import json
import struct
import sys
import urllib.request

try:
    import avro.io
    import avro.schema
    from confluent_kafka import Consumer
except ImportError as missing:
    sys.exit('%s: install python3-confluent-kafka and python3-avro (Debian), or confluent-kafka and avro (pip)' % missing)


def read(bootstrap, topic):
    consumer = Consumer({
        'bootstrap.servers': bootstrap, 'group.id': 'stranger', 'auto.offset.reset': 'earliest',
        'isolation.level': 'read_committed', 'enable.auto.commit': False})
    consumer.subscribe([topic])
    message = None
    for _ in range(30):
        message = consumer.poll(1.0)
        if message is not None and not message.error():
            break
    consumer.close()
    if message is None or message.error():
        sys.exit('no record came: %s' % (message and message.error()))
    return message.value()


def ask(registry, path):
    with urllib.request.urlopen(registry + path) as answer:
        if answer.headers.get_content_type() != 'application/vnd.schemaregistry.v1+json':
            sys.exit('wrong content type ' + answer.headers.get_content_type())
        return json.load(answer)


def with_avro(registry, value):
    marker, schema_id = struct.unpack('>bI', value[:5])
    if marker != 0:
        sys.exit('not the wire format')
    schema = avro.schema.parse(ask(registry, '/schemas/ids/%d' % schema_id)['schema'])
    decoder = avro.io.BinaryDecoder(io.BytesIO(value[5:]))
    return avro.io.DatumReader(schema).read(decoder)


def with_confluent(registry, topic, value):
    from confluent_kafka.schema_registry import SchemaRegistryClient
    from confluent_kafka.schema_registry.avro import AvroDeserializer
    from confluent_kafka.serialization import MessageField, SerializationContext
    client = SchemaRegistryClient({'url': registry})
    subject = topic + '-value'
    latest = client.get_latest_version(subject)
    schema = client.get_schema(latest.schema_id)
    if client.register_schema(subject, schema) != latest.schema_id:
        sys.exit('registering what is registered gives another id')
    if client.lookup_schema(subject, schema).version not in client.get_versions(subject):
        sys.exit('a version that was found is not listed')
    deserializer = AvroDeserializer(client, schema.schema_str)
    return deserializer(value, SerializationContext(topic, MessageField.VALUE))


def main(bootstrap, registry, topic):
    value = read(bootstrap, topic)
    record = with_avro(registry, value)
    try:
        import fastavro, requests  # noqa: F401, E401
    except ImportError as missing:
        print('(read with avro alone; AvroDeserializer would need %s)' % missing.name, file=sys.stderr)
    else:
        if with_confluent(registry, topic, value)['title'] != record['title']:
            sys.exit('the two ways of reading differ')
    print(record['title'])


if __name__ == '__main__':
    main(*sys.argv[1:])
