using EmployerCrm.Core;
using EmployerCrm.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace EmployerCrm.Web.Hosting;

/// <summary>
/// What a caller gets instead of an answer: a page in a browser, problem+json elsewhere. An unexpected error has a number that stands in the log too.
/// </summary>
internal static class ErrorAnswers
{
    public static IServiceCollection AddErrorAnswers(this IServiceCollection services) => services.AddExceptionHandler<UnexpectedError>();

    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { AllowStatusCode404Response = true, ExceptionHandler = _ => Task.CompletedTask });
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode, null));
    }

    /// <summary>Answers with what the status says, as the caller can take it.</summary>
    /// <param name="text">The texts of the page, where the status does not say enough: a heading, and with <c>Text</c> at its end a sentence.</param>
    public static Task AnswerAsync(HttpContext context, int status, string? number, string? text = null)
    {
        // The chat's callers read the status alone, and a health check its own facts.
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        if (WantsPage(context.Request))
            return Page(status, number, text).ExecuteAsync(context);
        var extensions = number is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["reference"] = number };
        return TypedResults.Problem(statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), type: Problems.OfStatus(status), extensions: extensions)
            .ExecuteAsync(context);
    }

    private static PageResult<ErrorPage> Page(int status, string? number, string? text) => new(
        new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ErrorPage.Status)] = status, [nameof(ErrorPage.Number)] = number, [nameof(ErrorPage.Text)] = text },
        status);

    /// <summary>Whether a person at a browser asks, who went somewhere or sent a form.</summary>
    public static bool WantsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method)) && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private sealed class UnexpectedError(Ids ids, ILogger<UnexpectedError> logger) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is BadHttpRequestException bad)
            {
                httpContext.Response.StatusCode = bad.StatusCode;
                await AnswerAsync(httpContext, bad.StatusCode, null);
                return true;
            }

            // The end of a key is its random part; eight characters find a line in a log and can be read out.
            var number = ids.New().ToString("N")[^8..];
            logger.RequestFailed(number, exception.GetType().FullName, exception.StackTrace);
            httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await AnswerAsync(httpContext, StatusCodes.Status500InternalServerError, number);
            return true;
        }
    }
}
