using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Mail;

/// <summary>/practice/mail: where the mail server listens, and what arrived for an account, newest first.</summary>
static class MailRoutes
{
    public static void MapMail(this IEndpointRouteBuilder app, MailDoor door, Mailbox box)
    {
        app.MapGet("/practice/mail", http => Json(http, new JsonObject { ["port"] = door.Port }));
        app.MapGet("/practice/mail/{account}", http => Json(http, new JsonObject
        {
            ["mails"] = new JsonArray([.. box.Of((string)http.Request.RouteValues["account"]!).Select(Shown)]),
        }));
    }

    static JsonNode Shown(PracticeMail mail)
    {
        var parts = MailParts.Of(mail.Message);
        return new JsonObject
        {
            ["id"] = mail.Id,
            ["at"] = mail.At.ToString("O"),
            ["from"] = parts.From,
            ["to"] = new JsonArray([.. mail.To.Select(address => (JsonNode)address)]),
            ["subject"] = parts.Subject,
            ["text"] = parts.Text,
            ["html"] = parts.Html,
            ["files"] = new JsonArray([.. parts.Files.Select(file => (JsonNode)new JsonObject { ["name"] = file.Name, ["type"] = file.Type, ["size"] = file.Size })]),
        };
    }

    static Task Json(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
