using System.Text.Json;
using System.Text.Json.Serialization;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>The body of POST /invoice/reverse: the whole invoice, once.</summary>
sealed record SmartBillReversal(string CompanyVatCode, string SeriesName, string Number, string IssueDate);

/// <summary>The body of POST /payment. Type is like Card or Ordin plata; the invoices it pays are in InvoicesList.</summary>
sealed record SmartBillPayment(string CompanyVatCode, string IssueDate, string Type, bool IsCash, decimal Value, string Currency, bool UseInvoiceDetails, IReadOnlyList<SmartBillNumber> InvoicesList);

/// <summary>The body of POST /document/send: Type is factura or proforma; Subject and BodyText are Base64 of UTF-8, the text being HTML.</summary>
sealed record SmartBillMail(string CompanyVatCode, string SeriesName, string Number, string Type, string To, string Subject, string BodyText);

/// <summary>The answer of every call that makes or changes a document. Number keeps its zeros.</summary>
sealed record SmartBillMade(string? ErrorText = null, string? Message = null, string? Number = null, string? Series = null, string? Url = null);

sealed record SmartBillPaid(string? ErrorText, decimal? InvoiceTotalAmount, decimal? PaidAmount, decimal? UnpaidAmount, bool Paid);

/// <summary>The answer of GET /estimate/invoices: what was made there of a pro-forma.</summary>
sealed record SmartBillInvoiced(string? ErrorText, bool AreInvoicesCreated, IReadOnlyList<SmartBillMade>? Invoices);

/// <summary>The answer of POST /document/send. A refusal is a 200 with a code other than 0, and no errorText.</summary>
sealed record SmartBillMailed(string? ErrorText, SmartBillStatus? Status);

sealed record SmartBillStatus(int Code, string? Message);

sealed record SmartBillSeriesList(string? ErrorText, IReadOnlyList<SmartBillSeries>? List);

sealed record SmartBillSeries(string Name, long NextNumber, string? Type);

sealed record SmartBillTaxList(string? ErrorText, IReadOnlyList<SmartBillTax>? Taxes);

sealed record SmartBillTax(string Name, decimal Percentage);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SmartBillDocument))]
[JsonSerializable(typeof(SmartBillReversal))]
[JsonSerializable(typeof(SmartBillPayment))]
[JsonSerializable(typeof(SmartBillMail))]
[JsonSerializable(typeof(SmartBillMade))]
[JsonSerializable(typeof(SmartBillPaid))]
[JsonSerializable(typeof(SmartBillInvoiced))]
[JsonSerializable(typeof(SmartBillMailed))]
[JsonSerializable(typeof(SmartBillSeriesList))]
[JsonSerializable(typeof(SmartBillTaxList))]
sealed partial class SmartBillJson : JsonSerializerContext;
