"""Run by the Presidio environment's own Python, never by ours: reads texts as JSON, writes findings and times.

    presidio_worker.py MODEL < {"texts": [...], "timed": [...], "rounds": N} > {"findings": [[[start, end, kind], ...], ...], ...}

`MODEL` is an installed package that is, or holds in `_model`, a spaCy pipeline.
"""

import importlib
import json
import sys
import time
from pathlib import Path

UK = (
    "NhsRecognizer",
    "UkDrivingLicenceRecognizer",
    "UkNinoRecognizer",
    "UkPassportRecognizer",
    "UkPostcodeRecognizer",
    "UkVehicleRegistrationRecognizer",
)
"""Most are off by default; a fair comparison in the United Kingdom has them on."""

KINDS = {
    "PERSON": "person",
    "LOCATION": "place",
    "ORGANIZATION": "organisation",
    "DATE_TIME": "date",
    "NRP": "background",
    "AGE": "age",
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "URL": "web",
    "IP_ADDRESS": "ip",
    "MAC_ADDRESS": "ip",
    "UK_NHS": "nhs",
    "UK_NINO": "national-insurance",
    "UK_PASSPORT": "passport",
    "US_PASSPORT": "passport",
    "UK_DRIVING_LICENCE": "driving-licence",
    "US_DRIVER_LICENSE": "driving-licence",
    "UK_POSTCODE": "postcode",
    "UK_VEHICLE_REGISTRATION": "vehicle",
    "CREDIT_CARD": "card",
    "IBAN_CODE": "account",
    "US_BANK_NUMBER": "account",
}
"""Our kind for each of Presidio's; any other is some number, a reference to us."""

CONFIGURATION = {
    "nlp_engine_name": "spacy",
    "ner_model_configuration": {
        "labels_to_ignore": [
            "CARDINAL", "EVENT", "LANGUAGE", "LAW", "MONEY", "ORDINAL", "PERCENT", "PRODUCT", "QUANTITY", "WORK_OF_ART",
        ],
    },
}  # fmt: skip
"""Presidio's own but for organisations, which it leaves out by default and we are judged on."""


def analyzer(model):
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

    package = importlib.import_module(model)
    held = Path(package.__file__).parent / "_model"
    pipeline = spacy.load(held if held.is_dir() else model)
    given = CONFIGURATION["ner_model_configuration"]
    engine = SpacyNlpEngine(
        models=[{"lang_code": "en", "model_name": model}],
        ner_model_configuration=NerModelConfiguration(**given),
    )
    engine.nlp = {"en": pipeline}
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(nlp_engine=engine, languages=["en"])
    loaded = {recognizer.__class__.__name__ for recognizer in registry.recognizers}
    for name in UK:
        if name not in loaded:
            registry.add_recognizer(getattr(predefined_recognizers, name)())
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"]), pipeline.meta


def main():
    asked = json.load(sys.stdin)
    began = time.perf_counter()
    engine, meta = analyzer(sys.argv[1])
    engine.analyze("Kirsty Brown rang on Tuesday.", language="en")
    ready = time.perf_counter() - began
    findings = [
        [
            [each.start, each.end, KINDS.get(each.entity_type, "reference")]
            for each in engine.analyze(text, language="en")
        ]
        for text in asked["texts"]
    ]
    seconds = [float("inf")] * len(asked["timed"])
    for _ in range(asked["rounds"]):
        for at, text in enumerate(asked["timed"]):
            began = time.perf_counter()
            engine.analyze(text, language="en")
            seconds[at] = min(seconds[at], time.perf_counter() - began)
    from importlib.metadata import version

    answer = {
        "findings": findings,
        "seconds": seconds,
        "ready": ready,
        "name": f"presidio-analyzer {version('presidio-analyzer')} with spaCy {version('spacy')}, "
        f"{meta['lang']}_{meta['name']} {meta['version']}",
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
