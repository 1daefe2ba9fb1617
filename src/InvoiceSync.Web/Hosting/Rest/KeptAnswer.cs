using System.Security.Cryptography;
using System.Text.Json;
using InvoiceSync.Access;
using Microsoft.AspNetCore.DataProtection;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// An answer as it is kept for repetitions: status, the headers that belong to it, body. It may show a secret once, so it is sealed for its
/// company and call; in the database it says nothing.
/// </summary>
sealed record KeptAnswer(int Status, Dictionary<string, string> Headers, byte[] Body) : IResult
{
    static readonly string[] Kept = ["Content-Type", "Location", "ETag", "Cache-Control", "Content-Disposition"];

    public static byte[] Seal(HttpContext http, Guid call, MemoryStream body)
    {
        var headers = Kept.Where(name => http.Response.Headers.ContainsKey(name)).ToDictionary(name => name, name => http.Response.Headers[name].ToString());
        return Sealer(http, call).Protect(JsonSerializer.SerializeToUtf8Bytes(new KeptAnswer(http.Response.StatusCode, headers, body.ToArray())));
    }

    public static IResult Open(HttpContext http, Guid call, byte[] kept)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptAnswer>(Sealer(http, call).Unprotect(kept))!;
        }
        catch (CryptographicException)
        {
            // Sealed by keys that are gone: it was carried out, and that is all that is known.
            return CallErrors.AnswerLost.ToRestProblem();
        }
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) httpContext.Response.Headers[name] = value;
        httpContext.Response.Headers[RestRepeat.Replayed] = "true";
        return httpContext.Response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }

    static IDataProtector Sealer(HttpContext http, Guid call) => http.RequestServices.GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("kept answer", "v1", PortalClaims.CallerOf(http).Tenant.ToString(), call.ToString("N"));
}
