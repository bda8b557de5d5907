"""Prints what the Python SDK would print for each declaration on standard input, `refused` where pydantic refuses it.

The models are written from the facts of the wire format. Ends with 3 where pydantic is
not installed, or older than 2.12: what it takes for a number or a time has changed on the way.
"""

import json
import sys
from datetime import datetime
from typing import Annotated, List, Literal, Optional, Union

try:
    from pydantic import VERSION, BaseModel, Field, ValidationError
except ImportError:
    sys.exit(3)
if tuple(map(int, VERSION.split(".")[:2])) < (2, 12):
    sys.exit(3)


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
    schema: Optional[str] = None  # type: ignore
    database: Optional[str] = None
    group: Optional[str] = None
    product: Optional[str] = None


class Internal(BaseModel):
    type: Literal["internal_resource"] = "internal_resource"
    databuilder_id: str


class Table(BaseModel):
    type: Literal["external_table"] = "external_table"
    cluster: Optional[str] = None
    database: Optional[str] = None
    schema: Optional[str] = None  # type: ignore
    table: str


class Column(BaseModel):
    type: Literal["external_column"] = "external_column"
    cluster: Optional[str] = None
    database: Optional[str] = None
    schema: Optional[str] = None  # type: ignore
    table: str
    column: str


class Query(BaseModel):
    type: Literal["tables_from_query"] = "tables_from_query"
    sql: str


Identifier = Annotated[Union[Internal, Table, Column, Query], Field(discriminator="type")]


class Lineage(BaseModel):
    from_identifier: Identifier
    to_identifier: Identifier


for line in sys.stdin:
    given = json.loads(line)
    model = Lineage if "from_identifier" in given else Resource
    try:
        print(json.dumps(model(**given).model_dump(mode="json")))
    except ValidationError:
        print("refused")
