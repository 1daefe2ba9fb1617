using System.Text.Json;

namespace InvoiceSync.Sandbox.Storage;

/// <summary>One document written, or removed when <paramref name="Json"/> is null.</summary>
readonly record struct Change(string Table, string Id, byte[]? Json)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStringValue(Table);
        json.WriteStringValue(Id);
        if (Json is null) json.WriteNullValue();
        else json.WriteRawValue(Json, skipInputValidation: true);
        json.WriteEndArray();
    }
}
