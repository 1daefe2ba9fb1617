using System.Text.Json.Nodes;

namespace InvoiceSync.Tests.Web;

public sealed class ContractBreaksTests
{
    const string Before = """
        {"paths":{"/v1/books":{"get":{"parameters":[{"name":"kind","in":"query","schema":{"type":"string","enum":["a","b"]}}],
          "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Book"}}}}}},
          "post":{"requestBody":{"content":{"application/json":{"schema":{"required":["title"],"type":"object","properties":{"title":{"type":"string"},"price":{"type":["null","number"]}}}}}},"responses":{"201":{}}}}},
         "components":{"schemas":{"Book":{"type":"object","properties":{"title":{"type":"string"},"pages":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"}}}}}}}}}
        """;

    [Fact]
    public void The_same_and_what_only_adds_breaks_nothing()
    {
        Assert.Empty(ContractBreaks.Between(Before, Before));
        Assert.Empty(Changed(d =>
        {
            d["paths"]!["/v1/other"] = new JsonObject { ["get"] = new JsonObject { ["responses"] = new JsonObject() } };
            d["components"]!["schemas"]!["Book"]!["properties"]!["isbn"] = new JsonObject { ["type"] = "string" };
            Body(d)["properties"]!["isbn"] = new JsonObject { ["type"] = "string" };
            d["paths"]!["/v1/books"]!["get"]!["parameters"]![0]!["schema"]!["enum"]!.AsArray().Add("c");
            Get(d)["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "sort", ["in"] = "query" });
        }));
    }

    [Fact]
    public void Each_way_to_break_a_program_is_told()
    {
        Assert.Equal(["get /v1/books is gone", "post /v1/books is gone"], Changed(d => d["paths"]!.AsObject().Remove("/v1/books")));
        Assert.Equal(["get /v1/books 200.title is gone"], Changed(d => d["components"]!["schemas"]!["Book"]!["properties"]!.AsObject().Remove("title")));
        Assert.Equal(["get /v1/books 200.pages[].text is another type"], Changed(d => d["components"]!["schemas"]!["Book"]!["properties"]!["pages"]!["items"]!["properties"]!["text"]!["type"] = "integer"));
        Assert.Equal(["get /v1/books 200.title is another type"], Changed(d => d["components"]!["schemas"]!["Book"]!["properties"]!["title"]!["type"] = new JsonArray("null", "string")));
        Assert.Equal(["post /v1/books.price is required now"], Changed(d => Body(d)["required"]!.AsArray().Add("price")));
        Assert.Equal(["post /v1/books.price is gone"], Changed(d => Body(d)["properties"]!.AsObject().Remove("price")));
        Assert.Equal(["post /v1/books.price is another type"], Changed(d => Body(d)["properties"]!["price"]!["type"] = "number"));
        Assert.Equal(["get /v1/books query kind takes fewer values"], Changed(d => Get(d)["parameters"]![0]!["schema"]!["enum"]!.AsArray().RemoveAt(0)));
        Assert.Equal(["get /v1/books takes query kind no more"], Changed(d => Get(d)["parameters"]!.AsArray().Clear()));
        Assert.Equal(["get /v1/books needs query kind now"], Changed(d => Get(d)["parameters"]![0]!["required"] = true));
        Assert.Equal(["post /v1/books answers 201 no more"], Changed(d => d["paths"]!["/v1/books"]!["post"]!["responses"]!.AsObject().Remove("201")));
    }

    static IReadOnlyList<string> Changed(Action<JsonNode> change)
    {
        var after = JsonNode.Parse(Before)!;
        change(after);
        return ContractBreaks.Between(Before, after.ToJsonString());
    }

    static JsonNode Get(JsonNode document) => document["paths"]!["/v1/books"]!["get"]!;

    static JsonNode Body(JsonNode document) => document["paths"]!["/v1/books"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
}
