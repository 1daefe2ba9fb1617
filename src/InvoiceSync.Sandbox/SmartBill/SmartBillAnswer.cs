using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>An answer in SmartBill's shape. Most business errors travel with 400, some with 200: both say errorText.</summary>
sealed record SmartBillAnswer(int Status, string ContentType, byte[] Body)
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SmartBillAnswer Json(int status, JsonObject body) => new(status, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString(Plain)));

    public static SmartBillAnswer Refused(string error, int status = 400) => Made(status, error, "", "");

    public static SmartBillAnswer Made(string series, string number) => Made(200, "", series, number);

    public static SmartBillAnswer Good(JsonObject body)
    {
        body["errorText"] = "";
        return Json(200, body);
    }

    static SmartBillAnswer Made(int status, string error, string series, string number) => Json(status, new JsonObject
    {
        ["errorText"] = error,
        ["message"] = "",
        ["number"] = number,
        ["series"] = series,
        ["url"] = "",
    });
}
