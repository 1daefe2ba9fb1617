namespace InvoiceSync.Sandbox.Bnr;

static class BnrRoutes
{
    public static void MapBnr(this IEndpointRouteBuilder app, RateFiles files)
    {
        app.MapGet("/bnr/nbrfxrates10days.xml", http => Answer(http, files.TenDays()));
        app.MapGet("/bnr/files/xml/years/nbrfxrates{year:int}.xml", http =>
            Answer(http, files.Year(int.Parse((string)http.Request.RouteValues["year"]!, null))));
    }

    static Task Answer(HttpContext http, byte[]? file)
    {
        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/xml";
        http.Response.ContentLength = file.Length;
        return http.Response.Body.WriteAsync(file, http.RequestAborted).AsTask();
    }
}
