<#-- What went wrong, said kindly, and the way back. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("errorTitle")}
  <#elseif section = "form">
    <div id="kc-error-message">
      <p class="instruction">${kcSanitize(message.summary)?no_esc}</p>
      <#if traceId??><p class="instruction">${msg("traceIdSupportMessage", traceId)}</p></#if>
      <#if !skipLink?? && client?? && client.baseUrl?has_content>
        <p><a id="backToApplication" class="button primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
