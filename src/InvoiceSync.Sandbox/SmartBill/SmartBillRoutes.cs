namespace InvoiceSync.Sandbox.SmartBill;

static class SmartBillRoutes
{
    public static void MapSmartBill(this IEndpointRouteBuilder app, SmartBillApi api)
    {
        const string rest = "/smartbill/SBORO/api";
        foreach (var kind in (string[])[Papers.Invoice, Papers.Estimate])
        {
            app.MapPost($"{rest}/{kind}", http => api.Serve(http, call => Papers.Make(call, kind)));
            app.MapPut($"{rest}/{kind}/cancel", http => api.Serve(http, call => Papers.Cancel(call, kind, cancelled: true)));
            app.MapPut($"{rest}/{kind}/restore", http => api.Serve(http, call => Papers.Cancel(call, kind, cancelled: false)));
            app.MapDelete($"{rest}/{kind}", http => api.Serve(http, call => Papers.Delete(call, kind)));
            app.MapGet($"{rest}/{kind}/pdf", http => api.Serve(http, call => Papers.Pdf(call, kind)));
        }

        app.MapPost($"{rest}/invoice/reverse", http => api.Serve(http, Papers.Reverse));
        app.MapGet($"{rest}/estimate/invoices", http => api.Serve(http, Papers.InvoicesOf));
        app.MapGet($"{rest}/invoice/paymentstatus", http => api.Serve(http, Receipts.Status));
        app.MapPost($"{rest}/payment", http => api.Serve(http, Receipts.Pay));
        app.MapDelete($"{rest}/payment/v2", http => api.Serve(http, Receipts.Delete));
        app.MapGet($"{rest}/series", http => api.Serve(http, Settings.Series));
        app.MapGet($"{rest}/tax", http => api.Serve(http, Settings.Taxes));
        app.MapPost($"{rest}/document/send", http => api.Serve(http, Mails.Send));
        app.Map("/smartbill/{**rest}", http => SmartBillApi.Write(http, new SmartBillAnswer(404, "application/json", "{}"u8.ToArray())));
    }
}
