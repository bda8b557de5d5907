"""The main findings as one would write them in Python: pydantic validates each line, networkx finds the circles."""

import json
import os
import resource
import sys
from datetime import datetime
from typing import Annotated, List, Literal, Optional, Union

import networkx
from pydantic import BaseModel, Field, TypeAdapter, ValidationError


class Resource(BaseModel):
    entity_type: str
    databuilder_id: str
    parent_databuilder_id: Optional[str] = None
    title: Optional[str] = ""
    description: Optional[str] = None
    definition: Optional[str] = None
    external_updated_at: Optional[datetime] = None
    native_type: Optional[str] = None
    owners: Optional[List[str]] = None
    sort_order: Optional[int] = None
    type: Optional[str] = None
    is_pk: Optional[bool] = False
    hidden: Optional[bool] = False
    # "schema" is a name that BaseModel has already.
    schema_: Optional[str] = Field(default=None, alias="schema")
    database: Optional[str] = None
    group: Optional[str] = None
    product: Optional[str] = None


class InternalResource(BaseModel):
    type: Literal["internal_resource"]
    databuilder_id: str


class ExternalTable(BaseModel):
    type: Literal["external_table"]
    cluster: Optional[str] = None
    database: Optional[str] = None
    schema_: Optional[str] = Field(default=None, alias="schema")
    table: str


class ExternalColumn(ExternalTable):
    type: Literal["external_column"]
    column: str


class TablesFromSQLQuery(BaseModel):
    type: Literal["tables_from_query"]
    sql: str


Identifier = Annotated[
    Union[InternalResource, ExternalTable, ExternalColumn, TablesFromSQLQuery], Field(discriminator="type")
]


class DeclaredLineage(BaseModel):
    from_identifier: Identifier
    to_identifier: Identifier


def lines(path, model, found):
    """The valid lines of a file; of the others it counts what is wrong."""
    validate = TypeAdapter(model).validator.validate_json
    with open(path, "rb") as file:
        for line in file:
            try:
                yield validate(line)
            except ValidationError as error:
                fault = error.errors(include_url=False, include_input=False)[0]
                if fault["type"] == "json_invalid":
                    count(found, "input/invalid-json")
                elif model is DeclaredLineage:
                    count(found, "lineage/invalid-identifier")
                elif fault["loc"] == ("databuilder_id",):
                    count(found, "resource/missing-id")
                else:
                    count(found, "resource/wrong-field-type")


def count(found, rule, more=1):
    if more:
        found[rule] = found.get(rule, 0) + more


def main(resource_file, lineage_file):
    found = {}
    resources, repeated, conflicting = {}, set(), set()
    for declared in lines(resource_file, Resource, found):
        known = resources.setdefault(declared.databuilder_id, declared)
        if known is not declared:
            (repeated if known == declared else conflicting).add(declared.databuilder_id)

    hierarchy, lineage = networkx.DiGraph(), networkx.DiGraph()
    lineage.add_nodes_from(resources)
    tables, missing_parents = {}, set()
    for declared in resources.values():
        if declared.entity_type == "table":
            tables[declared.database, declared.schema_, declared.title] = declared.databuilder_id
        parent = declared.parent_databuilder_id
        if parent and parent in resources:
            hierarchy.add_edge(declared.databuilder_id, parent)
        elif parent:
            missing_parents.add(parent)

    missing_ends, repeated_edges, self_edges, unresolved = set(), set(), set(), set()

    def node_of(identifier):
        """None for a query, which would have to be read first."""
        if isinstance(identifier, InternalResource):
            if identifier.databuilder_id not in resources:
                missing_ends.add(identifier.databuilder_id)
            return identifier.databuilder_id
        if isinstance(identifier, TablesFromSQLQuery):
            return None
        key = (identifier.database, identifier.schema_, identifier.table)
        if key not in tables:
            unresolved.add(key)
        return tables.get(key, key)

    for declared in lines(lineage_file, DeclaredLineage, found):
        edge = (node_of(declared.from_identifier), node_of(declared.to_identifier))
        if None in edge:
            continue
        if edge[0] == edge[1]:
            self_edges.add(edge[0])
        if lineage.has_edge(*edge):
            repeated_edges.add(edge)
        lineage.add_edge(*edge)

    def circles(graph):
        return sum(len(part) > 1 for part in networkx.strongly_connected_components(graph))

    count(found, "resource/repeated-declaration", len(repeated))
    count(found, "resource/conflicting-id", len(conflicting))
    count(found, "hierarchy/dangling-parent", len(missing_parents))
    count(found, "hierarchy/no-cycle", circles(hierarchy))
    count(found, "lineage/dangling-internal", len(missing_ends))
    count(found, "lineage/duplicate-edge", len(repeated_edges))
    count(found, "lineage/no-self", len(self_edges))
    count(found, "lineage/unresolved-external", len(unresolved))
    count(found, "lineage/no-cycle", circles(lineage))
    print(json.dumps(found))


main(*sys.argv[1:3])
if "LINEAGRAPH_BENCH_USAGE" in os.environ:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    kilobytes = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    os.write(3, json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "memory": kilobytes * 1024}).encode())
