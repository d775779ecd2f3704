<#-- What has been done, or what a link is about to begin: one sentence, one button. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${msg(messageHeader)}<#elseif requiredActions??>${msg("linkTitle")}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <div id="kc-info-message">
      <#if requiredActions??>
        <#list requiredActions as action><p class="instruction">${msg("linkAction." + action)}</p></#list>
      <#elseif messageHeader??>
        <p class="instruction">${message.summary}</p>
      </#if>
      <#if !skipLink??>
        <#if pageRedirectUri?has_content>
          <p><a class="button primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
        <#elseif actionUri?has_content>
          <p><a class="button primary" href="${actionUri}">${msg("proceedWithAction")}</a></p>
        <#elseif (client.baseUrl)?has_content>
          <p><a class="button primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
        </#if>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
